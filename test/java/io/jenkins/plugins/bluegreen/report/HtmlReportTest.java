package io.jenkins.plugins.bluegreen.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.deploy.Report;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class HtmlReportTest {

    @Test
    void thePageLeadsWithWhatBecameOfIt() {
        assertThat(HtmlReport.of(SampleReports.good())).contains("</span> v2 is live. 0 of 244 requests lost.</h1>");
    }

    @Test
    void theFactsAreThere() {
        assertThat(HtmlReport.of(SampleReports.good()))
                .contains("<dt>deployed by</dt><dd>ann@build-7</dd>")
                .contains("<dt>commit</dt><dd>4f2c1e9d</dd>")
                .contains("<dt>image</dt><dd>sha256:5f0c0d5a9f6c</dd>")
                .contains("<dt>live before</dt><dd>v1</dd>")
                .contains("<dt>live now</dt><dd>v2</dd>")
                .contains("<dt>router</dt><dd>nginx &#39;edge&#39;</dd>")
                .contains("<dt>started</dt><dd>2026-01-02 03:04:05 UTC</dd>")
                .contains("<dt>took</dt><dd>12.2 s</dd>");
    }

    @Test
    void aFailureSaysWhatWasSeenAndWhatToDoAndShowsTheLog() {
        assertThat(HtmlReport.of(SampleReports.refused()))
                .contains("v3 was refused; v1 still serves.")
                .contains("In phase “ready”: orders-candidate did not get ready within 10 s.")
                .contains("<strong>Seen: </strong>GET http://172.18.0.9:3000/health, expecting 200-299")
                .contains("<strong>What to do: </strong>Look at the log above")
                .contains("Error: connect ECONNREFUSED 172.18.0.3:3306\n    at TCPConnectWrap");
    }

    @Test
    void aVersionThatWasLiveBeforeUnderTheSameNameIsToldFromTheOneThatIsToBe() {
        assertThat(Verdict.of(SampleReports.ended(Report.Outcome.REFUSED, "v1")).sentence())
                .isEqualTo("The new v1 was refused; the v1 that was live before still serves.");
        assertThat(Verdict.of(SampleReports.ended(Report.Outcome.UNDONE, "v1")).sentence())
                .isEqualTo("The new v1 failed after the switch and was taken back; the v1 that was live before serves"
                        + " again.");
        assertThat(Verdict.of(SampleReports.ended(Report.Outcome.CANCELLED, "v1"))
                        .sentence())
                .isEqualTo("The deployment of v1 was called off; the v1 that was live before serves.");
        assertThat(Verdict.of(SampleReports.ended(Report.Outcome.DEPLOYED, "v1"))
                        .sentence())
                .isEqualTo("v1 is live.");
    }

    @Test
    void aRollbackThatDidNotGetAsFarAsToChooseItsVersionIsToldInASentence() {
        assertThat(Verdict.of(SampleReports.ended(Report.Outcome.REFUSED, "the version before"))
                        .sentence())
                .startsWith("The version before was refused; ");
    }

    @Test
    void lossesAndWarningsAreToldInWords() {
        assertThat(HtmlReport.of(SampleReports.slowBuildWithLosses()))
                .contains("v2 is live. 13 of 120 requests lost.")
                .contains("<tr><th scope=\"row\">connection refused</th><td>13</td></tr>")
                .contains("The image orders:v0 could not be removed");
    }

    @Test
    void aReportWithNothingInItIsStillAPage() {
        assertThat(HtmlReport.of(SampleReports.bare()))
                .contains("The deployment of v1 was called off.")
                .doesNotContain("null", "requests lost", "is live", "<h2>Requests", "<h2>Phases", "<svg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\" onload=\"alert(1)",
                "' x='",
                "</title></style></pre><b>",
                "&amp;<!--",
                "]]>\u0000\u001b[31m\u0085"
            })
    void whateverTextsSayIsNeverMarkup(String text) throws Exception {
        Report report = SampleReports.everywhere(text);
        Act act = new Act(text, Optional.of(report), report.meter(), Optional.of(text), false, text);
        Report plain = SampleReports.everywhere("plain");
        Act plainAct = new Act("plain", Optional.of(plain), plain.meter(), Optional.of("plain"), false, "plain");
        assertThat(tags(HtmlReport.of(report))).isEqualTo(tags(HtmlReport.of(plain)));
        assertThat(tags(HtmlReport.of(text, List.of(act)))).isEqualTo(tags(HtmlReport.of("plain", List.of(plainAct))));
        assertThat(HtmlReport.of(report)).doesNotContain("\u0000", "\u001b", "\u0085");
        assertWellFormed(Timeline.svg(report));
    }

    @Test
    void thePageLoadsNothingAndRunsNothing() {
        String page = HtmlReport.of("Demo", SampleReports.acts());
        assertThat(page)
                .doesNotContain("<script", "<link", "<img", "<iframe", "url(", "@import", " style=", "javascript:")
                .contains("default-src &#39;none&#39;; style-src &#39;sha256-");
        assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("src=", "href=\"http");
    }

    @Test
    void severalActsLeadWithATable() {
        String page = HtmlReport.of("Demo", SampleReports.acts());
        assertThat(page)
                .contains("<h1>Demo</h1>")
                .contains("<a href=\"#act-2\">v3 never gets ready</a>")
                .contains("<section id=\"act-2\"")
                .contains("<td>✕ 13</td>")
                .contains("</span> 14 requests were lost</td>")
                .contains("Requests during this act");
    }

    @Test
    void theVerdictOfEveryOutcomeIsASentence() {
        for (Report.Outcome outcome : Report.Outcome.values()) {
            Report report = SampleReports.ended(outcome);
            assertThat(Verdict.of(report).sentence()).contains("v2").endsWith(".");
        }
        assertThat(Verdict.of(SampleReports.ended(Report.Outcome.BROKEN)).tone())
                .isEqualTo(Verdict.Tone.BAD);
        assertThat(Verdict.of(SampleReports.ended(Report.Outcome.UNDONE)).tone())
                .isEqualTo(Verdict.Tone.WARNING);
        assertThat(Verdict.of(SampleReports.good()).tone()).isEqualTo(Verdict.Tone.GOOD);
        assertThat(Verdict.of(SampleReports.slowBuildWithLosses()).tone()).isEqualTo(Verdict.Tone.WARNING);
    }

    private static List<String> tags(String page) {
        return Pattern.compile("<[^>]*>")
                .matcher(page.replaceAll("(aria-label|d|content)=\"[^\"]*\"", "$1"))
                .results()
                .map(result -> result.group())
                .toList();
    }

    static void assertWellFormed(String xml) throws Exception {
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
