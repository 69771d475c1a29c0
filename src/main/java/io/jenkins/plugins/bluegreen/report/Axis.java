package io.jenkins.plugins.bluegreen.report;

import java.util.Locale;

/** Draws the time below a chart, and faint lines up through it. */
final class Axis {
    static final int HEIGHT = 24;

    private Axis() {}

    static void draw(Markup out, Scale scale, double top, double bottom) {
        for (long tick : scale.ticks()) {
            double x = scale.x(tick);
            out.empty(
                    "line",
                    "class",
                    "bgd-grid",
                    "x1",
                    x,
                    "y1",
                    top,
                    "x2",
                    x,
                    "y2",
                    bottom,
                    "stroke",
                    "currentColor",
                    "stroke-opacity",
                    "0.15");
            out.element(
                    "text",
                    seconds(tick),
                    "class",
                    "bgd-tick",
                    "x",
                    x,
                    "y",
                    bottom + 15,
                    "text-anchor",
                    "middle",
                    "font-size",
                    11,
                    "fill-opacity",
                    "0.75");
        }
    }

    private static String seconds(long millis) {
        return millis % 1000 == 0 ? millis / 1000 + " s" : String.format(Locale.ROOT, "%.2f s", millis / 1000.0);
    }
}
