package io.jenkins.plugins.bluegreen.jenkins;

import hudson.AbortException;
import io.jenkins.plugins.bluegreen.deploy.AppStatus;
import io.jenkins.plugins.bluegreen.deploy.Deployment;
import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.deploy.Rollback;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a deploy needs to go on after its controller was restarted. */
final class Resumption {
    private static final List<String> CUT =
            List.of("The controller was restarted meanwhile, so that times and requests are missing.");

    private Resumption() {}

    /** The report of a deploy that is done: our version is live, and it is this very build that brought it there. */
    static Optional<Report> report(Deployment deployment, AppStatus status) {
        return status.live()
                .filter(live -> live.version().equals(deployment.version()))
                .filter(live -> live.by().equals(Optional.of(deployment.by())))
                .map(live -> done(Report.Outcome.DEPLOYED, deployment.by(), deployment.commit(), status, live, CUT));
    }

    /**
     * The report of a way back that is done: the version that was asked for, or that the step had chosen, is live. Where
     * neither is known, the step had changed nothing.
     */
    static Optional<Report> report(Rollback rollback, AppStatus status) {
        return status.live()
                .filter(live -> rollback.version().equals(Optional.of(live.version())))
                .map(live ->
                        done(Report.Outcome.ROLLED_BACK_TO, rollback.terms().by(), live.commit(), status, live, CUT));
    }

    /** What is to be said of an app that a build leaves as it is. */
    static Report untouched(AppStatus status, String by) throws AbortException {
        AppStatus.Instance live =
                status.live().orElseThrow(() -> new AbortException("Nothing is live of '" + status.app() + "'."));
        return done(Report.Outcome.DEPLOYED, by, live.commit(), status, live, List.of());
    }

    private static Report done(
            Report.Outcome outcome,
            String by,
            Optional<String> commit,
            AppStatus status,
            AppStatus.Instance live,
            List<String> warnings) {
        return new Report(
                status.app(),
                live.version(),
                Optional.of(live.container().imageId()),
                status.kept().stream().map(AppStatus.Instance::version).findFirst(),
                Optional.of(live.version()),
                outcome,
                "",
                by,
                commit,
                Instant.now(),
                0,
                List.of(),
                Optional.empty(),
                0,
                Optional.empty(),
                warnings);
    }
}
