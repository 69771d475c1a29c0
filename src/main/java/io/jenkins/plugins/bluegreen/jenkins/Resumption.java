package io.jenkins.plugins.bluegreen.jenkins;

import hudson.AbortException;
import io.jenkins.plugins.bluegreen.deploy.AppStatus;
import io.jenkins.plugins.bluegreen.deploy.Deployment;
import io.jenkins.plugins.bluegreen.deploy.HistoryEntry;
import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.deploy.Rollback;
import io.jenkins.plugins.bluegreen.meter.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a deploy needs to go on after its controller was restarted. */
final class Resumption {
    private static final List<String> CUT =
            List.of("The controller was restarted meanwhile, so that times and requests are missing.");

    private static final List<String> REMEMBERED =
            List.of("The controller was restarted meanwhile, so that the times of the phases are missing.");

    private Resumption() {}

    /**
     * The report of a deploy that is done: our version is live, and it is this very build that brought it there.
     *
     * @param history what the host remembers of the app, the latest first
     */
    static Optional<Report> report(Deployment deployment, AppStatus status, List<HistoryEntry> history) {
        return status.live()
                .filter(live -> live.version().equals(deployment.version()))
                .filter(live -> live.by().equals(Optional.of(deployment.by())))
                .map(live -> done(Report.Outcome.DEPLOYED, deployment.by(), deployment.commit(), status, live, CUT))
                .map(report -> remembered(report, history));
    }

    /**
     * The report of a way back that is done: the version that was asked for, or that the step had chosen, is live. Where
     * neither is known, the step had changed nothing.
     */
    static Optional<Report> report(Rollback rollback, AppStatus status, List<HistoryEntry> history) {
        return status.live()
                .filter(live -> rollback.version().equals(Optional.of(live.version())))
                .map(live ->
                        done(Report.Outcome.ROLLED_BACK_TO, rollback.terms().by(), live.commit(), status, live, CUT))
                .map(report -> remembered(report, history));
    }

    /** With what the host's history says of it, where the restart came after that had been written. */
    private static Report remembered(Report report, List<HistoryEntry> history) {
        return history.stream()
                .limit(1)
                .filter(entry -> entry.outcome().equals(report.outcome().name())
                        && entry.version().equals(report.version())
                        && entry.by().equals(report.by()))
                .map(entry -> remembered(report, entry))
                .findFirst()
                .orElse(report);
    }

    private static Report remembered(Report report, HistoryEntry entry) {
        return new Report(
                report.app(),
                report.version(),
                report.imageId(),
                Optional.of(entry.previous()).filter(previous -> !previous.isEmpty()),
                report.live(),
                report.outcome(),
                report.router(),
                report.by(),
                report.commit(),
                Instant.parse(entry.at()),
                entry.tookMillis(),
                report.phases(),
                entry.requests() == 0 ? Optional.empty() : Optional.of(reading(entry)),
                0,
                report.failure(),
                REMEMBERED);
    }

    /** Only its sums have been kept. */
    private static Reading reading(HistoryEntry entry) {
        Reading.Latency unknown = new Reading.Latency(0, 0, 0, 0);
        return new Reading(entry.requests(), entry.lost(), 0, 0, unknown, unknown, List.of(), 0, List.of(), List.of());
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
