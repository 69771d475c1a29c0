package io.jenkins.plugins.bluegreen.jenkins;

import io.jenkins.plugins.bluegreen.deploy.AppStatus;
import io.jenkins.plugins.bluegreen.deploy.Deployment;
import io.jenkins.plugins.bluegreen.deploy.Report;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a deploy needs to go on after its controller was restarted. */
final class Resumption {
    private Resumption() {}

    /** The report of a deploy that is done: our version is live, and it is this very build that brought it there. */
    static Optional<Report> report(Deployment deployment, AppStatus status) {
        return status.live()
                .filter(live -> live.version().equals(deployment.version()))
                .filter(live -> live.by().equals(Optional.of(deployment.by())))
                .map(live -> new Report(
                        deployment.app(),
                        deployment.version(),
                        Optional.of(live.container().imageId()),
                        status.kept().stream().map(AppStatus.Instance::version).findFirst(),
                        Optional.of(live.version()),
                        Report.Outcome.DEPLOYED,
                        "",
                        deployment.by(),
                        deployment.commit(),
                        Instant.now(),
                        0,
                        List.of(),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        List.of("The controller was restarted meanwhile, so that times and requests are missing.")));
    }
}
