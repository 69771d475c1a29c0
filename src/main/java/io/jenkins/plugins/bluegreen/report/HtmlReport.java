package io.jenkins.plugins.bluegreen.report;

import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.meter.Reading;
import java.util.List;
import java.util.Locale;

/**
 * A report as one HTML page that needs nothing else: no script, no other file, no network. It is light or dark as the
 * reader prefers, and can be read without the style sheet where a server forbids it (as Jenkins does for archived files).
 */
public final class HtmlReport {
    private HtmlReport() {}

    /** The page of one report. */
    public static String of(Report report) {
        Verdict verdict = Verdict.of(report);
        Markup body = new Markup()
                .element("p", report.app() + " " + report.version(), "class", "over")
                .add(headline("h1", verdict))
                .add(new ReportSection(report, "h2").draw());
        return page(report.app() + " " + report.version() + ": " + verdict.sentence(), body);
    }

    /** The page of several acts, which leads with a table of them. */
    public static String of(String title, List<Act> acts) {
        Markup body = new Markup().element("h1", title).add(table(acts));
        for (int i = 0; i < acts.size(); i++) {
            body.add(section(acts.get(i), i + 1));
        }
        return page(title, body);
    }

    private static Markup table(List<Act> acts) {
        Table table = new Table("act", "requests", "lost", "longest gap", "live", "verdict");
        for (int i = 0; i < acts.size(); i++) {
            Act act = acts.get(i);
            table.row(
                    new Markup().element("a", act.name(), "href", "#act-" + (i + 1)),
                    Table.cell(act.across()
                            .map(reading -> Figures.count(reading.requests()))
                            .orElse("–")),
                    Table.cell(act.across().map(HtmlReport::lost).orElse("–")),
                    Table.cell(act.across()
                            .map(reading -> Figures.duration(reading.longestGapMillis()))
                            .orElse("–")),
                    Table.cell(act.live().orElse("–")),
                    signed(act.good() ? Verdict.Tone.GOOD : Verdict.Tone.BAD, act.verdict()));
        }
        return table.draw();
    }

    private static String lost(Reading reading) {
        return (reading.lost() > 0 ? "✕ " : "") + Figures.count(reading.lost());
    }

    private static Markup section(Act act, int number) {
        Markup out = new Markup()
                .open("section", "id", "act-" + number, "class", "act")
                .element("h2", number + ". " + act.name())
                .open("p")
                .add(signed(act.good() ? Verdict.Tone.GOOD : Verdict.Tone.BAD, act.verdict()))
                .close("p");
        boolean metered = act.report().flatMap(Report::meter).isPresent();
        act.report().ifPresent(report -> out.add(headline("h3", Verdict.of(report)))
                .add(new ReportSection(report, "h4").draw()));
        act.across()
                .filter(reading -> !metered && !reading.buckets().isEmpty())
                .ifPresent(reading -> out.add(new ReadingSection(reading, 0, "h3", "Requests during this act")
                        .draw()
                        .add(ReportSection.figure(Timeline.markup(reading)))));
        return out.close("section");
    }

    private static Markup headline(String level, Verdict verdict) {
        return new Markup()
                .open(level, "class", "verdict " + verdict.tone().name().toLowerCase(Locale.ROOT))
                .add(signed(verdict.tone(), verdict.sentence()))
                .close(level);
    }

    private static Markup signed(Verdict.Tone tone, String sentence) {
        return new Markup()
                .element(
                        "span",
                        tone.sign(),
                        "class",
                        "sign " + tone.name().toLowerCase(Locale.ROOT),
                        "aria-hidden",
                        "true")
                .text(" " + sentence);
    }

    private static String page(String title, Markup body) {
        String style = StyleSheet.text();
        return new Markup()
                .constant("<!DOCTYPE html>\n")
                .open("html", "lang", "en")
                .open("head")
                .constant("<meta charset=\"utf-8\">")
                .empty("meta", "http-equiv", "Content-Security-Policy", "content", StyleSheet.policy(style))
                .constant("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .constant("<meta name=\"color-scheme\" content=\"light dark\">")
                .element("title", title)
                .constant("<style>" + style + "</style>")
                .close("head")
                .open("body")
                .open("main")
                .add(body)
                .close("main")
                .close("body")
                .close("html")
                .constant("\n")
                .toString();
    }
}
