package io.jenkins.plugins.bluegreen.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TimelineTest {

    @Test
    void thePictureSaysInWordsWhatItShows() throws Exception {
        String svg = Timeline.svg(SampleReports.slowBuildWithLosses());
        HtmlReportTest.assertWellFormed(svg);
        assertThat(svg)
                .contains("role=\"img\"")
                .contains("<title>Timeline of the deployment of orders v2</title>")
                .contains("build 3 min 05 s")
                .contains("120 requests, 13 lost, longest time without a good answer")
                .contains("v1: 45 answers. v2: 62 answers.");
    }

    @Test
    void everyPhaseAndVersionIsNamed() {
        String svg = Timeline.svg(SampleReports.good());
        SampleReports.good().phases().forEach(phase -> assertThat(svg)
                .contains(">" + phase.phase().title() + "</text>"));
        assertThat(svg).contains(">v1</text>", ">v2</text>");
    }

    @Test
    void theShortestPhaseCanBeSeen() {
        assertThat(rectangles(Timeline.svg(SampleReports.slowBuildWithLosses())))
                .allSatisfy(width -> assertThat(width).isGreaterThanOrEqualTo(2));
    }

    @Test
    void lossesAreShownBelowTheLineAndAFailedPhaseWithASign() {
        assertThat(Timeline.svg(SampleReports.good())).contains("class=\"bgd-lost\" d=\"\"", ">0 lost<");
        assertThat(Timeline.svg(SampleReports.slowBuildWithLosses())).contains(">✕ 13 lost<");
        assertThat(Timeline.svg(SampleReports.refused())).contains(">✕ 10.0 s<");
    }

    @Test
    void afterALongBuildTheRequestsHaveATimeScaleOfTheirOwn() {
        assertThat(Timeline.svg(SampleReports.slowBuildWithLosses())).contains(">100 s<", ">187 s<");
        assertThat(Timeline.svg(SampleReports.good())).doesNotContain(">187 s<");
    }

    @Test
    void nothingInItNeedsAStyleAttributeOrAScript() {
        assertThat(Timeline.svg(SampleReports.good())).doesNotContain(" style=", "<style", "<script", " id=");
    }

    @Test
    void everyTextInItIsEscapedSinceAPageOfJenkinsShowsItAsItIs() throws Exception {
        String svg = Timeline.svg(SampleReports.everywhere("<script>alert(1)</script>\"'&"));
        HtmlReportTest.assertWellFormed(svg);
        assertThat(svg).contains("&lt;script&gt;").doesNotContain("<script");
    }

    @Test
    void aReportWithoutPhasesOrRequestsHasAPictureToo() throws Exception {
        HtmlReportTest.assertWellFormed(Timeline.svg(SampleReports.bare()));
        assertThat(Timeline.svg(SampleReports.bare())).doesNotContain("NaN", "Infinity");
    }

    private static java.util.List<Double> rectangles(String svg) {
        return Pattern.compile("<rect [^>]*width=\"([0-9.]+)\"")
                .matcher(svg)
                .results()
                .map((MatchResult result) -> Double.valueOf(result.group(1)))
                .toList();
    }
}
