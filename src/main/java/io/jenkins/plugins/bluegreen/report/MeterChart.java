package io.jenkins.plugins.bluegreen.report;

import io.jenkins.plugins.bluegreen.meter.Reading;
import io.jenkins.plugins.bluegreen.meter.Reading.Answered;
import io.jenkins.plugins.bluegreen.meter.Reading.Bucket;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * The requests along the time: those answered well upwards and those lost downwards, so that colour isn't needed to tell
 * them apart; below, the worst latency, and a band for each version that answered.
 */
final class MeterChart {
    private static final int TOP = 26;
    private static final int ANSWERED = 60;
    private static final int LOST = 26;
    private static final int SPACE = 14;
    private static final int LATENCY = 60;
    private static final int BAND = 19;
    private static final int MOST_VERSIONS = 8;

    private final Reading reading;
    private final long start;
    private final List<Marker> markers;
    private final Scale scale;
    private final List<Answered> versions;

    /**
     * Draws nothing yet.
     *
     * @param start the meter's time 0 on the scale
     */
    MeterChart(Reading reading, long start, List<Marker> markers, Scale scale) {
        this.reading = reading;
        this.start = start;
        this.markers = markers;
        this.scale = scale;
        this.versions = reading.versions().stream().limit(MOST_VERSIONS).toList();
    }

    int height() {
        return bottom() + Axis.HEIGHT;
    }

    Markup draw() {
        Markup out = new Markup().open("g", "class", "bgd-requests");
        Axis.draw(out, scale, TOP, bottom());
        requests(out);
        latency(out);
        for (int i = 0; i < versions.size(); i++) {
            band(out, versions.get(i), i);
        }
        markers(out);
        return out.close("g");
    }

    private int baseline() {
        return TOP + ANSWERED;
    }

    private int latencyTop() {
        return baseline() + LOST + SPACE;
    }

    private int bandsTop() {
        return latencyTop() + LATENCY + SPACE;
    }

    private int bottom() {
        return bandsTop() + versions.size() * BAND;
    }

    private void requests(Markup out) {
        long most = Math.max(1, most(Bucket::requests));
        long mostLost = Math.max(1, most(Bucket::lost));
        StringBuilder answered = new StringBuilder();
        StringBuilder lost = new StringBuilder();
        for (Bucket bucket : reading.buckets()) {
            long good = bucket.requests() - bucket.lost();
            if (good > 0) {
                box(answered, bucket, baseline(), -good * (double) ANSWERED / most);
            }
            if (bucket.lost() > 0) {
                box(lost, bucket, baseline(), Math.max(4, bucket.lost() * (double) (LOST - 2) / mostLost));
            }
        }
        label(out, "requests", baseline() - ANSWERED / 2 - 2);
        small(
                out,
                "most " + Figures.count(most) + " per " + Figures.duration(reading.bucketMillis()),
                baseline() - ANSWERED / 2 + 12);
        path(out, "bgd-answered", answered, Colours.ANSWERED);
        label(out, "lost", baseline() + 16);
        path(out, "bgd-lost", lost, Colours.LOST);
        value(out, Figures.count(reading.requests() - reading.lost()) + " good", baseline() - ANSWERED / 2 + 4, false);
        value(
                out,
                (reading.lost() > 0 ? "✕ " : "") + Figures.count(reading.lost()) + " lost",
                baseline() + 16,
                reading.lost() > 0);
        out.empty(
                "line",
                "x1",
                scale.left(),
                "y1",
                baseline(),
                "x2",
                scale.right(),
                "y2",
                baseline(),
                "stroke",
                "currentColor",
                "stroke-opacity",
                "0.5");
    }

    /** On a scale of powers of ten: 1 ms beside 5 s. */
    private void latency(Markup out) {
        double worst = reading.buckets().stream()
                .mapToDouble(Bucket::worstLatencyMillis)
                .max()
                .orElse(0);
        int decades = Math.max(1, (int) Math.ceil(Math.log10(Math.max(worst, 1))));
        int bottom = latencyTop() + LATENCY;
        label(out, "worst latency", latencyTop() + LATENCY / 2 - 2);
        for (int decade = 0; decade <= decades; decade += decades > 2 ? decades - 1 : 1) {
            double y = bottom - decade * (double) LATENCY / decades;
            out.empty(
                    "line",
                    "class",
                    "bgd-grid",
                    "x1",
                    scale.left(),
                    "y1",
                    y,
                    "x2",
                    scale.right(),
                    "y2",
                    y,
                    "stroke",
                    "currentColor",
                    "stroke-opacity",
                    "0.15");
            out.element(
                    "text",
                    Figures.duration(Math.round(Math.pow(10, decade))),
                    "x",
                    scale.right() + 4,
                    "y",
                    y + 4,
                    "font-size",
                    10,
                    "fill-opacity",
                    "0.75");
        }
        StringBuilder line = new StringBuilder();
        boolean drawing = false;
        for (Bucket bucket : reading.buckets()) {
            boolean answered = bucket.requests() > bucket.lost();
            if (answered) {
                double share = Math.log10(Math.max(bucket.worstLatencyMillis(), 1)) / decades;
                line.append(drawing ? "L" : "M").append(point(from(bucket), bottom - share * LATENCY));
                line.append("H").append(Figures.coordinate(to(bucket)));
            }
            drawing = answered;
        }
        out.empty(
                "path",
                "class",
                "bgd-latency",
                "d",
                line,
                "fill",
                "none",
                "stroke",
                Colours.LATENCY,
                "stroke-width",
                "1.5");
    }

    private void band(Markup out, Answered version, int index) {
        int y = bandsTop() + index * BAND;
        boolean named = !version.version().isEmpty();
        String name = named ? version.version() : "no version";
        out.open("g", "class", "bgd-version")
                .element("title", name + ": " + Figures.count(version.requests()) + " answers");
        label(out, shortened(name), y + 13);
        value(out, Figures.count(version.requests()) + " answers", y + 13, false);
        out.empty(
                "line",
                "x1",
                scale.left(),
                "y1",
                y + BAND / 2.0,
                "x2",
                scale.right(),
                "y2",
                y + BAND / 2.0,
                "stroke",
                "currentColor",
                "stroke-opacity",
                "0.15");
        StringBuilder boxes = new StringBuilder();
        for (Bucket bucket : reading.buckets()) {
            if (bucket.versions().stream().anyMatch(answeredBy(version.version()))) {
                box(boxes, bucket, y + 4, BAND - 8);
            }
        }
        path(out, "bgd-version-" + (index + 1), boxes, named ? Colours.version(index) : Colours.NO_VERSION);
        out.close("g");
    }

    private static Predicate<Answered> answeredBy(String version) {
        return answered -> answered.version().equals(version);
    }

    private void markers(Markup out) {
        for (int i = 0; i < markers.size(); i++) {
            Marker marker = markers.get(i);
            double x = scale.x(marker.millis());
            out.empty(
                    "line",
                    "class",
                    "bgd-marker",
                    "x1",
                    x,
                    "y1",
                    TOP - 8,
                    "x2",
                    x,
                    "y2",
                    bottom(),
                    "stroke",
                    "currentColor",
                    "stroke-dasharray",
                    "4 3");
            out.element(
                    "text",
                    marker.name(),
                    "x",
                    x + (i == 0 ? -3 : 3),
                    "y",
                    TOP - 10,
                    "text-anchor",
                    i == 0 ? "end" : "start",
                    "font-size",
                    11);
        }
    }

    private long most(ToLongFunction<Bucket> what) {
        return reading.buckets().stream().mapToLong(what).max().orElse(0);
    }

    private double from(Bucket bucket) {
        return scale.x(start + bucket.startMillis());
    }

    private double to(Bucket bucket) {
        return scale.x(start + bucket.startMillis() + reading.bucketMillis());
    }

    private void box(StringBuilder path, Bucket bucket, double y, double height) {
        path.append("M").append(point(from(bucket), y));
        path.append("H").append(Figures.coordinate(to(bucket)));
        path.append("v").append(Figures.coordinate(height));
        path.append("H").append(Figures.coordinate(from(bucket))).append("z");
    }

    private static String point(double x, double y) {
        return Figures.coordinate(x) + " " + Figures.coordinate(y);
    }

    private static void path(Markup out, String type, StringBuilder path, String colour) {
        out.empty("path", "class", type, "d", path, "fill", colour);
    }

    private static void label(Markup out, String text, int y) {
        out.element("text", text, "x", Timeline.LEFT - 12, "y", y, "text-anchor", "end");
    }

    private static void small(Markup out, String text, int y) {
        out.element(
                "text",
                text,
                "x",
                Timeline.LEFT - 12,
                "y",
                y,
                "text-anchor",
                "end",
                "font-size",
                10,
                "fill-opacity",
                "0.75");
    }

    private static void value(Markup out, String text, int y, boolean bold) {
        out.element(
                "text",
                text,
                "x",
                Timeline.WIDTH - 6,
                "y",
                y,
                "text-anchor",
                "end",
                "font-weight",
                bold ? "bold" : "normal");
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= 16
                ? name
                : name.substring(0, name.offsetByCodePoints(0, 15)) + "…";
    }
}
