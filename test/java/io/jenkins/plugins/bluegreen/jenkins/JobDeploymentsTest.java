package io.jenkins.plugins.bluegreen.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.bluegreen.deploy.Phase;
import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.deploy.Report.Outcome;
import io.jenkins.plugins.bluegreen.settings.SettingsException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobDeploymentsTest {
    private final List<DeploymentAction> newestFirst = new ArrayList<>();

    @Test
    void onlyWhatIsStillKeptIsOffered() {
        ended("v4", "v4", Outcome.DEPLOYED, Optional.of(List.of("v3", "v2")));
        ended("v3", "v3", Outcome.DEPLOYED, Optional.of(List.of("v2", "v1")));
        ended("v2", "v2", Outcome.DEPLOYED, Optional.of(List.of("v1")));
        ended("v1", "v1", Outcome.DEPLOYED, Optional.of(List.of()));
        assertThat(shown()).containsExactly("v4 LIVE", "v3 KEPT", "v2 KEPT", "v1 GONE");
    }

    @Test
    void afterARollbackTheVersionThatWasLeftIsOffered() {
        ended("v1", "v1", Outcome.ROLLED_BACK_TO, Optional.of(List.of("v2")));
        ended("v2", "v2", Outcome.DEPLOYED, Optional.of(List.of("v1")));
        ended("v1", "v1", Outcome.DEPLOYED, Optional.of(List.of()));
        assertThat(shown()).containsExactly("v1 LIVE", "v2 KEPT", "v1 UNSAID");
    }

    @Test
    void whoeverCouldNotLookSaysNothingOfWhatIsKept() {
        ended("v3", "v2", Outcome.REFUSED, Optional.empty());
        ended("v2", "v2", Outcome.DEPLOYED, Optional.of(List.of("v1")));
        ended("v1", "v1", Outcome.DEPLOYED, Optional.of(List.of()));
        assertThat(shown()).containsExactly("v3 UNSAID", "v2 LIVE", "v1 KEPT");
    }

    @Test
    void nothingIsOfferedWhereNobodyKnowsWhatIsKept() {
        ended("v2", "v2", Outcome.DEPLOYED, Optional.empty());
        ended("v1", "v1", Outcome.DEPLOYED, Optional.empty());
        assertThat(shown()).containsExactly("v2 LIVE", "v1 UNSAID");
    }

    @ParameterizedTest
    @CsvSource({
        "orders, v1, isn't kept any more",
        "orders, v9, 'No build of this job'",
        "orders, v5, 'No build of this job'",
        "others, v3, 'No build of this job'",
        "orders, , can't be a version",
        "orders, <b>, can't be a version",
        ", v3, can't be an app's name",
        "'../x', v3, can't be an app's name",
    })
    void whatCannotBeGoneBackToIsRefusedWithASentence(String app, String version, String sentence) {
        ended("v5", "v4", Outcome.UNDONE, Optional.of(List.of("v3")));
        ended("v4", "v4", Outcome.DEPLOYED, Optional.of(List.of("v3")));
        ended("v3", "v3", Outcome.DEPLOYED, Optional.of(List.of("v1")));
        ended("v1", "v1", Outcome.DEPLOYED, Optional.of(List.of()));
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> RollbackTarget.of(app, version).deployment(JobDeployments.rows(newestFirst)))
                .withMessageContaining(sentence);
    }

    /** Where a build that waits will have replaced it by then. */
    @Test
    void whatIsKeptOrLiveCanBeAskedFor() {
        ended("v2", "v2", Outcome.DEPLOYED, Optional.of(List.of("v1")));
        ended("v1", "v1", Outcome.DEPLOYED, Optional.of(List.of()));
        List<JobDeployments.Row> rows = JobDeployments.rows(newestFirst);
        assertThat(RollbackTarget.of("orders", "v1").deployment(rows)).isSameAs(newestFirst.get(1));
        assertThat(RollbackTarget.of("orders", "v2").deployment(rows)).isSameAs(newestFirst.get(0));
    }

    @Test
    void aCommitIsShownShort() {
        ended("v1", "v1", Outcome.DEPLOYED, Optional.empty());
        assertThat(newestFirst.get(0).getCommit()).hasSize(40);
        assertThat(newestFirst.get(0).getShortCommit()).isEqualTo("0123456");
    }

    private List<String> shown() {
        return JobDeployments.rows(newestFirst).stream()
                .map(row -> row.action().getVersion() + " " + row.place())
                .toList();
    }

    private void ended(String version, String live, Outcome outcome, Optional<List<String>> kept) {
        Report report = new Report(
                "orders",
                version,
                Optional.empty(),
                Optional.empty(),
                Optional.of(live),
                outcome,
                "dns",
                "orders #1",
                Optional.of("0123456789abcdef0123456789abcdef01234567"),
                Instant.EPOCH,
                1,
                List.of(new Report.PhaseRecord(Phase.OBSERVE, 0, 1, "", false)),
                Optional.empty(),
                0,
                Optional.empty(),
                List.of());
        newestFirst.add(new DeploymentAction(report, 1, kept));
    }
}
