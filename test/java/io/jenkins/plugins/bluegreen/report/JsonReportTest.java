package io.jenkins.plugins.bluegreen.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.bluegreen.deploy.Report;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    @Test
    void theFieldNamesStay() {
        assertThat(names(JsonReport.of(SampleReports.refused())))
                .containsExactly(
                        "app",
                        "version",
                        "imageId",
                        "previous",
                        "live",
                        "outcome",
                        "succeeded",
                        "verdict",
                        "router",
                        "by",
                        "commit",
                        "startedAt",
                        "tookMillis",
                        "phases",
                        "meter",
                        "meterStartMillis",
                        "failure",
                        "warnings");
        JsonNode node = JsonReport.of(SampleReports.refused());
        assertThat(names(node.at("/phases/0")))
                .containsExactly("phase", "startMillis", "tookMillis", "outcome", "failed");
        assertThat(names(node.at("/failure"))).containsExactly("phase", "what", "seen", "log", "advice");
        assertThat(names(node.at("/meter")))
                .containsExactly(
                        "requests",
                        "lost",
                        "repeated",
                        "longestGapMillis",
                        "before",
                        "during",
                        "versions",
                        "bucketMillis",
                        "buckets",
                        "faults");
        assertThat(names(node.at("/meter/before")))
                .containsExactly("requests", "p50Millis", "p99Millis", "worstMillis");
        assertThat(names(node.at("/meter/buckets/0")))
                .containsExactly("startMillis", "requests", "lost", "worstLatencyMillis", "versions");
        assertThat(names(node.at("/meter/versions/0")))
                .containsExactly("version", "requests", "firstMillis", "lastMillis");
    }

    @Test
    void valuesSurviveTheWayThroughText() throws Exception {
        String nasty = "\"},<script>\n\u0000\u2028é😀";
        JsonNode node = new ObjectMapper()
                .readTree(JsonReport.of(SampleReports.everywhere(nasty)).toString());
        assertThat(node.at("/app").textValue()).isEqualTo(nasty);
        assertThat(node.at("/failure/log").textValue()).isEqualTo(nasty);
        assertThat(node.at("/meter/faults/0/reason").textValue()).isEqualTo(nasty);
        assertThat(node.at("/warnings/0").textValue()).isEqualTo(nasty);
    }

    @Test
    void momentsAreIsoAndTimesAreMilliseconds() {
        JsonNode node = JsonReport.of(SampleReports.good());
        assertThat(node.at("/startedAt").textValue()).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(node.at("/tookMillis").longValue()).isEqualTo(12_201);
        assertThat(node.at("/phases/7/phase").textValue()).isEqualTo("pre-switch");
        assertThat(node.at("/phases/12/phase").textValue()).isEqualTo("stop-old");
    }

    @Test
    void whatIsAbsentIsNull() {
        JsonNode node = JsonReport.of(SampleReports.bare());
        for (String name : List.of("imageId", "previous", "live", "commit", "meter", "failure")) {
            assertThat(node.path(name).isNull()).as(name).isTrue();
        }
    }

    @Test
    void outcomesAreSpelledAsDocumented() {
        List<String> outcomes = new ArrayList<>();
        for (Report.Outcome outcome : Report.Outcome.values()) {
            outcomes.add(
                    JsonReport.of(SampleReports.ended(outcome)).get("outcome").textValue());
        }
        assertThat(outcomes)
                .containsExactly("deployed", "rolled-back-to", "locked", "refused", "undone", "cancelled", "broken");
    }

    @Test
    void severalActsAreListedWithTheirReports() {
        JsonNode node = JsonReport.of("Demo", SampleReports.acts());
        assertThat(node.at("/title").textValue()).isEqualTo("Demo");
        assertThat(names(node.at("/acts/0"))).containsExactly("name", "live", "good", "verdict", "across", "report");
        assertThat(node.at("/acts/1/report/outcome").textValue()).isEqualTo("refused");
        assertThat(node.at("/acts/2/report").isNull()).isTrue();
        assertThat(node.at("/acts/2/across/lost").longValue()).isEqualTo(13);
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
