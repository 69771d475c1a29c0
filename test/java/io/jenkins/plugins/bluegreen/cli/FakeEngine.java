package io.jenkins.plugins.bluegreen.cli;

import io.jenkins.plugins.bluegreen.deploy.AppStatus;
import io.jenkins.plugins.bluegreen.deploy.Deployment;
import io.jenkins.plugins.bluegreen.deploy.HistoryEntry;
import io.jenkins.plugins.bluegreen.deploy.Phase;
import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.deploy.Rollback;
import io.jenkins.plugins.bluegreen.deploy.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An engine that deploys nothing and reports what it is told to; keeps what it was given. */
final class FakeEngine implements Engine {
    final List<Deployment> deployments = new ArrayList<>();
    final List<Rollback> rollbacks = new ArrayList<>();
    final List<Terms> unlocked = new ArrayList<>();
    Report.Outcome outcome = Report.Outcome.DEPLOYED;
    RuntimeException thrown;
    Optional<AppStatus.Instance> live = Optional.empty();

    @Override
    public Report deploy(Deployment deployment) {
        deployments.add(deployment);
        return report(deployment.app(), deployment.version());
    }

    @Override
    public Report rollback(Rollback rollback) {
        rollbacks.add(rollback);
        return report(rollback.terms().app(), rollback.version().orElse("before"));
    }

    private Report report(String app, String version) {
        if (thrown != null) {
            throw thrown;
        }
        boolean good = outcome == Report.Outcome.DEPLOYED || outcome == Report.Outcome.ROLLED_BACK_TO;
        return new Report(
                app,
                version,
                Optional.empty(),
                Optional.of("v1"),
                Optional.of(good ? version : "v1"),
                outcome,
                "Docker's DNS",
                "tester",
                Optional.empty(),
                Instant.EPOCH,
                1200,
                List.of(),
                Optional.empty(),
                0,
                good
                        ? Optional.empty()
                        : Optional.of(new Report.Failure(
                                Phase.READY,
                                "It answered 500.",
                                "expected 200, saw 500",
                                "\u001b[1;31mred\u001b[0m boom\u001b[2J",
                                "Mend it.")),
                List.of());
    }

    @Override
    public AppStatus status(String app) {
        return new AppStatus(app, live, List.of(), List.of(), Optional.empty());
    }

    @Override
    public List<String> apps() {
        return List.of("orders");
    }

    @Override
    public List<HistoryEntry> history(String app) {
        return List.of(new HistoryEntry("2026-01-02T03:04:05.678Z", "v2", "v1", "DEPLOYED", "me", "abc", 4200, 10, 0));
    }

    @Override
    public String unlock(Terms terms, boolean force) {
        unlocked.add(terms);
        return "Nobody held the lock" + (force ? ", forced." : ".");
    }
}
