package io.jenkins.plugins.bluegreen.report;

import io.jenkins.plugins.bluegreen.meter.Reading;

/** What the meter saw, in words and tables. */
final class ReadingSection {
    private final Reading reading;
    private final long start;
    private final String level;
    private final String title;

    /**
     * Draws nothing yet.
     *
     * @param start the meter's time 0 on the clock that the page tells times by
     */
    ReadingSection(Reading reading, long start, String level, String title) {
        this.reading = reading;
        this.start = start;
        this.level = level;
        this.title = title;
    }

    Markup draw() {
        Markup out = new Markup().element(level, title);
        out.element("p", summary());
        if (reading.before().requests() + reading.during().requests() > 0) {
            out.add(latencies());
        }
        if (!reading.versions().isEmpty()) {
            out.add(versions());
        }
        if (!reading.faults().isEmpty()) {
            out.add(faults());
        }
        return out;
    }

    private String summary() {
        String repeated = reading.repeated() == 0
                ? ""
                : Figures.count(reading.repeated()) + " sent twice because a kept connection had just been closed. ";
        return Figures.count(reading.requests()) + " requests, " + Figures.count(reading.lost()) + " lost. " + repeated
                + "Longest time without a good answer: " + Figures.duration(reading.longestGapMillis()) + ".";
    }

    private Markup latencies() {
        Table table = new Table("latency", "requests", "median", "p99", "worst");
        latency(table, "before the switch", reading.before());
        latency(table, "during the switch", reading.during());
        return table.draw();
    }

    private static void latency(Table table, String name, Reading.Latency latency) {
        if (latency.requests() > 0) {
            table.row(
                    name,
                    Figures.count(latency.requests()),
                    Figures.latency(latency.p50()),
                    Figures.latency(latency.p99()),
                    Figures.latency(latency.worst()));
        }
    }

    private Markup versions() {
        Table table = new Table("version", "answers", "first after", "last after");
        for (Reading.Answered version : reading.versions()) {
            table.row(
                    version.version().isEmpty() ? "none named" : version.version(),
                    Figures.count(version.requests()),
                    Figures.duration(start + version.firstMillis()),
                    Figures.duration(start + version.lastMillis()));
        }
        return table.draw();
    }

    private Markup faults() {
        Table table = new Table("lost because", "requests");
        reading.faults().forEach(fault -> table.row(fault.reason(), Figures.count(fault.requests())));
        return table.draw();
    }
}
