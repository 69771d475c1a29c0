package io.jenkins.plugins.bluegreen.bench;

import io.jenkins.plugins.bluegreen.deploy.Phase;
import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.DeployStage;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A deployment of ours.
 *
 * @param name as on the command line
 * @param title for the table
 * @param cachesNames whether its router looks the app's name up
 * @param targets what was promised of it
 * @param router sets its router up
 */
record Ours(String name, String title, boolean cachesNames, Targets targets, FrontDoor.Maker router) implements Method {
    @Override
    public Stand open(Sandbox sandbox) throws Exception {
        String app = sandbox.name("orders");
        FrontDoor door = router.make(sandbox, app);
        DeployStage stage = new DeployStage(sandbox, app, door.routing());
        deploy(stage, OLD);
        URI address = door.address();
        sandbox.awaitStatus(200, address);
        return new OurStand(sandbox, app, door, stage);
    }

    private static Report deploy(DeployStage stage, AppVersion version) {
        Report report = stage.deploy(version);
        if (!report.succeeded()) {
            throw new AssertionError(version.version() + " was not deployed: " + report.failure());
        }
        return report;
    }

    /** Takes the swap's times from the report: from the candidate's creation until the old version has stopped. */
    static Swap swap(Report report, Instant listening) {
        Instant begin =
                report.startedAt().plusMillis(phase(report, Phase.CANDIDATE).startMillis());
        return new Swap(
                begin,
                listening,
                Optional.of(ended(report, Phase.READY)),
                ended(report, Phase.STOP_OLD),
                report.took(),
                steps(report));
    }

    /** The same as a figure. */
    static double seconds(Report report) {
        long begin = phase(report, Phase.CANDIDATE).startMillis();
        Report.PhaseRecord last = phase(report, Phase.STOP_OLD);
        return (last.startMillis() + last.tookMillis() - begin) / 1000.0;
    }

    private static List<Swap.Step> steps(Report report) {
        return report.phases().stream()
                .map(it -> new Swap.Step(
                        it.phase().title(), report.startedAt().plusMillis(it.startMillis()), it.tookMillis()))
                .toList();
    }

    private static Instant ended(Report report, Phase which) {
        Report.PhaseRecord phase = phase(report, which);
        return report.startedAt().plusMillis(phase.startMillis() + phase.tookMillis());
    }

    private static Report.PhaseRecord phase(Report report, Phase which) {
        return report.phases().stream()
                .filter(it -> it.phase() == which)
                .findFirst()
                .orElseThrow();
    }

    private record OurStand(Sandbox sandbox, String app, FrontDoor door, DeployStage stage) implements Stand {
        @Override
        public URI address() throws InterruptedException {
            return door.address();
        }

        @Override
        public Swap swap() throws InterruptedException {
            Report report = deploy(stage, NEW);
            return Ours.swap(report, Listening.since(sandbox.docker(), app, NEW));
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
