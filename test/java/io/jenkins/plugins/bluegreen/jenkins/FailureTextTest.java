package io.jenkins.plugins.bluegreen.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.deploy.Phase;
import io.jenkins.plugins.bluegreen.deploy.Report;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailureTextTest {
    @Test
    void saysNothingOfWhatIsLiveWhereNobodyLooked() {
        assertThat(FailureText.of(report("3", Report.Outcome.LOCKED, Optional.empty(), Phase.LOCK)))
                .doesNotContainIgnoringCase("live");
        assertThat(FailureText.of(report("3", Report.Outcome.REFUSED, Optional.empty(), Phase.OBSERVE)))
                .contains("Nothing is live.");
    }

    @Test
    void saysWhatSomebodyWithoutAShellCanDoAboutALock() {
        assertThat(FailureText.of(report("3", Report.Outcome.LOCKED, Optional.empty(), Phase.LOCK)))
                .contains("stop the build that holds it");
    }

    @Test
    void tellsTheVersionThatWasLiveBeforeFromARefusedOneOfTheSameName() {
        assertThat(FailureText.of(report("3", Report.Outcome.REFUSED, Optional.of("2"), Phase.OBSERVE)))
                .contains("Live is version 2.");
        assertThat(FailureText.of(report("3", Report.Outcome.REFUSED, Optional.of("3"), Phase.OBSERVE)))
                .contains("Live is the version 3 that was live before.");
    }

    private static Report report(String version, Report.Outcome outcome, Optional<String> live, Phase reached) {
        return new Report(
                "orders",
                version,
                Optional.empty(),
                Optional.empty(),
                live,
                outcome,
                "",
                "job #1",
                Optional.empty(),
                Instant.EPOCH,
                10,
                List.of(new Report.PhaseRecord(reached, 0, 10, "", reached == Phase.LOCK)),
                Optional.empty(),
                0,
                Optional.empty(),
                List.of());
    }
}
