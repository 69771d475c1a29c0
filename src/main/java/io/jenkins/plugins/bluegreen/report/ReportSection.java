package io.jenkins.plugins.bluegreen.report;

import io.jenkins.plugins.bluegreen.deploy.Report;
import java.util.Optional;

/** One report's content: failure first where there is one, then facts, the picture, and the same in tables. */
final class ReportSection {
    private final Report report;
    private final String level;

    ReportSection(Report report, String level) {
        this.report = report;
        this.level = level;
    }

    Markup draw() {
        Markup out = new Markup();
        report.failure().ifPresent(failure -> out.add(failure(failure)));
        if (!report.warnings().isEmpty()) {
            out.add(warnings());
        }
        out.add(facts());
        if (!report.phases().isEmpty()) {
            out.add(figure(Timeline.markup(report)));
        }
        report.meter()
                .ifPresent(reading ->
                        out.add(new ReadingSection(reading, report.meterStartMillis(), level, "Requests").draw()));
        return report.phases().isEmpty() ? out : out.add(phases());
    }

    /** A picture that is scrolled rather than shrunk where the screen is narrow. */
    static Markup figure(Markup picture) {
        return new Markup()
                .open("figure", "class", "wide", "tabindex", 0)
                .add(picture)
                .close("figure");
    }

    private Markup failure(Report.Failure failure) {
        Markup out = new Markup()
                .open("section", "class", "failure")
                .element(level, "What went wrong")
                .element("p", "In phase “" + failure.phase().title() + "”: " + failure.what());
        paragraph(out, "Seen", failure.seen());
        paragraph(out, "What to do", failure.advice());
        if (!failure.log().isEmpty()) {
            out.element("p", failure.logHeading(), "class", "log").element("pre", failure.log(), "tabindex", 0);
        }
        return out.close("section");
    }

    private static void paragraph(Markup out, String head, String text) {
        if (!text.isEmpty()) {
            out.open("p").element("strong", head + ": ").text(text).close("p");
        }
    }

    private Markup warnings() {
        Markup out = new Markup()
                .open("section", "class", "warnings")
                .element(level, "Warnings")
                .open("ul");
        report.warnings().forEach(warning -> out.element("li", warning));
        return out.close("ul").close("section");
    }

    private Markup facts() {
        Markup out = new Markup().open("dl", "class", "facts");
        fact(out, "app", Optional.of(report.app()));
        fact(out, "version", Optional.of(report.version()));
        fact(out, "live before", report.previous());
        fact(out, "live now", report.live());
        fact(out, "router", Optional.of(report.router()));
        fact(out, "deployed by", Optional.of(report.by()));
        fact(out, "commit", report.commit());
        fact(out, "image", report.imageId().map(Figures::imageId));
        fact(out, "started", Optional.of(Figures.moment(report.startedAt())));
        fact(out, "took", Optional.of(Figures.duration(report.took())));
        return out.close("dl");
    }

    private static void fact(Markup out, String name, Optional<String> value) {
        value.ifPresent(
                text -> out.open("div").element("dt", name).element("dd", text).close("div"));
    }

    private Markup phases() {
        Table table = new Table("phase", "began after", "took", "outcome");
        for (Report.PhaseRecord phase : report.phases()) {
            table.row(
                    phase.phase().title(),
                    Figures.duration(phase.startMillis()),
                    Figures.duration(phase.tookMillis()),
                    phase.failed() ? "✕ failed: " + phase.outcome() : phase.outcome());
        }
        return new Markup().element(level, "Phases").add(table.draw());
    }
}
