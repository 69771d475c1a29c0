package io.jenkins.plugins.bluegreen.report;

import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.meter.Reading;
import java.util.List;

/**
 * A deployment as a picture: its phases, and below them the metered requests, their latency and who answered them.
 *
 * <p>Self-contained SVG for use inside an HTML page: no script, no style sheet, no {@code style} attribute and no ids, so
 * it can stand several times on one page and under a strict content security policy. Text takes the page's colour.
 */
public final class Timeline {
    static final int WIDTH = 1000;
    static final int LEFT = 130;
    static final int RIGHT = 110;
    private static final double PLOT = WIDTH - LEFT - RIGHT;

    private Timeline() {}

    /** The picture of a report. */
    public static String svg(Report report) {
        return markup(report).toString();
    }

    static Markup markup(Report report) {
        long end = end(report);
        PhaseChart phases = new PhaseChart(report.phases(), new Scale(0, end, LEFT, PLOT));
        Markup body = new Markup().add(phases.draw());
        int height = phases.height();
        if (hasRequests(report)) {
            Reading reading = report.meter().orElseThrow();
            MeterChart meter = new MeterChart(
                    reading, report.meterStartMillis(), Marker.of(report.phases()), meterScale(report, reading, end));
            body.open("g", "transform", "translate(0 " + height + ")")
                    .add(meter.draw())
                    .close("g");
            height += meter.height();
        }
        String title = "Timeline of the deployment of " + report.app() + " " + report.version();
        return picture(title, description(report), height, body);
    }

    /** What a meter saw, where there's no report to go with it. */
    static Markup markup(Reading reading) {
        long from = firstMillis(reading);
        Scale scale = new Scale(from, Math.max(from + 1, lastMillis(reading)), LEFT, PLOT);
        MeterChart meter = new MeterChart(reading, 0, List.of(), scale);
        return picture("Metered requests", requests(reading), meter.height(), meter.draw());
    }

    private static boolean hasRequests(Report report) {
        return report.meter().isPresent() && !report.meter().get().buckets().isEmpty();
    }

    /** The deployment's own time where the meter saw most of it; else, after a long build, the meter's. */
    private static Scale meterScale(Report report, Reading reading, long end) {
        long from = report.meterStartMillis() + firstMillis(reading);
        long to = report.meterStartMillis() + lastMillis(reading);
        return (to - from) * 2 >= end
                ? new Scale(0, end, LEFT, PLOT)
                : new Scale(from, Math.max(from + 1, to), LEFT, PLOT);
    }

    private static long end(Report report) {
        long end = Math.max(1, report.took());
        for (Report.PhaseRecord phase : report.phases()) {
            end = Math.max(end, phase.startMillis() + phase.tookMillis());
        }
        return hasRequests(report)
                ? Math.max(
                        end,
                        report.meterStartMillis() + lastMillis(report.meter().orElseThrow()))
                : end;
    }

    private static long firstMillis(Reading reading) {
        return reading.buckets().get(0).startMillis();
    }

    private static long lastMillis(Reading reading) {
        return reading.buckets().get(reading.buckets().size() - 1).startMillis() + reading.bucketMillis();
    }

    private static Markup picture(String title, String description, int height, Markup body) {
        return new Markup()
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "class",
                        "bgd-timeline",
                        "role",
                        "img",
                        "aria-label",
                        title,
                        "viewBox",
                        "0 0 " + WIDTH + " " + height,
                        "width",
                        WIDTH,
                        "height",
                        height,
                        "font-family",
                        "system-ui, sans-serif",
                        "font-size",
                        12,
                        "fill",
                        "currentColor")
                .element("title", title)
                .element("desc", description)
                .add(body)
                .close("svg");
    }

    private static String description(Report report) {
        StringBuilder text = new StringBuilder(Verdict.of(report).sentence()).append(" Phases: ");
        for (Report.PhaseRecord phase : report.phases()) {
            text.append(phase.phase().title())
                    .append(phase.failed() ? " failed after " : " ")
                    .append(Figures.duration(phase.tookMillis()))
                    .append(", ");
        }
        text.append("in all ").append(Figures.duration(report.took())).append('.');
        report.meter().ifPresent(reading -> text.append(' ').append(requests(reading)));
        return text.toString();
    }

    private static String requests(Reading reading) {
        StringBuilder text = new StringBuilder()
                .append(Figures.count(reading.requests()))
                .append(" requests, ")
                .append(Figures.count(reading.lost()))
                .append(" lost, longest time without a good answer ")
                .append(Figures.duration(reading.longestGapMillis()))
                .append('.');
        for (Reading.Answered version : reading.versions()) {
            text.append(' ')
                    .append(version.version().isEmpty() ? "No version named" : version.version())
                    .append(": ")
                    .append(Figures.count(version.requests()))
                    .append(" answers.");
        }
        return text.toString();
    }
}
