package io.jenkins.plugins.bluegreen.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.deploy.AppStatus;
import io.jenkins.plugins.bluegreen.deploy.HistoryEntry;
import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.deploy.Rollback;
import io.jenkins.plugins.bluegreen.deploy.Terms;
import io.jenkins.plugins.bluegreen.docker.Container;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResumptionTest {
    @Test
    void aWayBackThatHadNotChosenItsVersionIsBegunAnew() {
        assertThat(Resumption.report(rollback(Optional.empty()), live("v2"), List.of()))
                .isEmpty();
    }

    @Test
    void aWayBackWhoseVersionIsLiveIsDone() {
        Report report = Resumption.report(rollback(Optional.of("v1")), live("v1"), List.of())
                .orElseThrow();
        assertThat(report.outcome()).isEqualTo(Report.Outcome.ROLLED_BACK_TO);
        assertThat(report.live()).contains("v1");
    }

    @Test
    void aWayBackWhoseVersionIsNotLiveYetGoesOn() {
        assertThat(Resumption.report(rollback(Optional.of("v1")), live("v2"), List.of()))
                .isEmpty();
    }

    @Test
    void whatTheHostRemembersOfThisVeryRunIsInTheReport() {
        Report report = Resumption.report(rollback(Optional.of("v1")), live("v1"), List.of(entry("v1", "orders #7")))
                .orElseThrow();
        assertThat(report.took()).isEqualTo(4200);
        assertThat(report.startedAt()).isEqualTo(Instant.parse("2026-11-25T10:00:00Z"));
        assertThat(report.meter().orElseThrow().requests()).isEqualTo(1447);
        assertThat(report.meter().orElseThrow().lost()).isEqualTo(2);
        assertThat(report.previous()).contains("v2");
    }

    @Test
    void whatTheHostRemembersOfAnotherRunIsNot() {
        for (HistoryEntry other : List.of(entry("v2", "orders #7"), entry("v1", "orders #6"))) {
            Report report = Resumption.report(rollback(Optional.of("v1")), live("v1"), List.of(other))
                    .orElseThrow();
            assertThat(report.took()).isZero();
            assertThat(report.meter()).isEmpty();
        }
    }

    private static HistoryEntry entry(String version, String by) {
        return new HistoryEntry("2026-11-25T10:00:00Z", version, "v2", "ROLLED_BACK_TO", by, "", 4200, 1447, 2);
    }

    private static Rollback rollback(Optional<String> version) {
        Terms terms = new Terms(
                "orders",
                "skycloud",
                80,
                null,
                null,
                null,
                Duration.ZERO,
                Duration.ZERO,
                3,
                Duration.ZERO,
                Optional.empty(),
                "orders #7");
        return new Rollback(terms, version);
    }

    private static AppStatus live(String version) {
        AppStatus.Instance live =
                new AppStatus.Instance(version, Optional.empty(), Optional.empty(), container(), true);
        return new AppStatus("orders", Optional.of(live), List.of(), List.of(), Optional.empty());
    }

    private static Container container() {
        return new Container(
                "c0ffee",
                "orders",
                "orders:v1",
                "sha256:1",
                Map.of(),
                "running",
                0,
                false,
                0,
                Optional.empty(),
                1,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                "always",
                0,
                Map.of(),
                false,
                List.of());
    }
}
