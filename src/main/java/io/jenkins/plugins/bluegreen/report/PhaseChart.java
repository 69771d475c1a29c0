package io.jenkins.plugins.bluegreen.report;

import io.jenkins.plugins.bluegreen.deploy.Report.PhaseRecord;
import java.util.List;

/** The phases, one row each, so that a phase of milliseconds has room for its name beside one of minutes. */
final class PhaseChart {
    private static final int TOP = 6;
    private static final int ROW = 19;
    private static final int BAR = 11;

    private final List<PhaseRecord> phases;
    private final Scale scale;

    PhaseChart(List<PhaseRecord> phases, Scale scale) {
        this.phases = phases;
        this.scale = scale;
    }

    int height() {
        return bottom() + Axis.HEIGHT;
    }

    Markup draw() {
        Markup out = new Markup().open("g", "class", "bgd-phases");
        Axis.draw(out, scale, TOP, bottom());
        for (int i = 0; i < phases.size(); i++) {
            row(out, phases.get(i), TOP + i * ROW);
        }
        return out.close("g");
    }

    private int bottom() {
        return TOP + phases.size() * ROW;
    }

    private void row(Markup out, PhaseRecord phase, double y) {
        double x = scale.x(phase.startMillis());
        double width = Math.max(2, scale.x(phase.startMillis() + phase.tookMillis()) - x);
        String took = Figures.duration(phase.tookMillis());
        String colour = phase.failed() ? Colours.LOST : Colours.PHASE;
        out.open("g", "class", phase.failed() ? "bgd-phase bgd-failed" : "bgd-phase")
                .element("title", phase.phase().title() + " " + took + ": " + phase.outcome())
                .element("text", phase.phase().title(), "x", Timeline.LEFT - 12, "y", y + 13, "text-anchor", "end")
                .empty(
                        "rect",
                        "x",
                        x,
                        "y",
                        y + (ROW - BAR) / 2.0,
                        "width",
                        width,
                        "height",
                        BAR,
                        "rx",
                        2,
                        "fill",
                        colour)
                .element(
                        "text",
                        phase.failed() ? "✕ " + took : took,
                        "x",
                        Timeline.WIDTH - 6,
                        "y",
                        y + 13,
                        "text-anchor",
                        "end",
                        "font-weight",
                        phase.failed() ? "bold" : "normal")
                .close("g");
    }
}
