package io.jenkins.plugins.bluegreen.bench;

import io.jenkins.plugins.bluegreen.deploy.Deployment;
import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.deploy.RunOptions;
import io.jenkins.plugins.bluegreen.deploy.Source;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.DeployStage;
import io.jenkins.plugins.bluegreen.fixture.Edge;
import io.jenkins.plugins.bluegreen.fixture.Load;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.meter.Reading;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * One app behind nginx, swapped again and again under load by one process. Each version is built, and its container has an
 * anonymous volume: what is built, tagged, created and kept must also go again.
 */
public final class Soak {
    private static final int KEEP = 1;

    /** After these, as much is kept as ever will be. */
    private static final int FIRST = KEEP + 2;

    private static final double PER_SECOND = 50;
    private static final Duration SLOW = Duration.ofMillis(500);

    private final Sandbox sandbox;
    private final String app;
    private final Set<String> volumes = new HashSet<>();

    public Soak(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.app = sandbox.name("orders");
    }

    /**
     * What it came to.
     *
     * @param seconds of each swap, from its candidate's creation until its old version had stopped
     * @param requests that users made
     * @param lost of those
     * @param gapSeconds the longest time without a good answer
     * @param faults why requests were lost
     * @param before what there was when the load began
     * @param after the same when it had ended
     */
    public record Outcome(
            List<Double> seconds,
            long requests,
            long lost,
            double gapSeconds,
            List<Reading.Fault> faults,
            Leftovers before,
            Leftovers after) {}

    /** Swaps so many times; {@code progress} hears of each, and may ask the load what was lost so far. */
    public Outcome run(int swaps, BiConsumer<Integer, Load> progress) throws IOException, InterruptedException {
        Edge edge = DeployStage.edgeFor(sandbox, app);
        DeployStage stage =
                DeployStage.behindNginx(sandbox, edge, app).keeping(KEEP).running(withVolume());
        for (int first = 0; first < FIRST; first++) {
            deploy(stage, "first" + first);
        }
        Leftovers before = Leftovers.of(sandbox, app, volumes);
        List<Double> seconds = new ArrayList<>();
        Reading seen;
        Reading quick;
        try (Load load = Load.on(edge.uri("/"), PER_SECOND, SLOW)) {
            for (int swap = 1; swap <= swaps; swap++) {
                seconds.add(deploy(stage, "v" + swap));
                progress.accept(swap, load);
            }
            seen = load.end();
            quick = Reading.of(load.quick(), Long.MAX_VALUE, Long.MAX_VALUE);
        }
        return new Outcome(
                seconds,
                seen.requests(),
                seen.lost(),
                quick.longestGapMillis() / 1000.0,
                seen.faults(),
                before,
                Leftovers.of(sandbox, app, volumes));
    }

    private static RunOptions withVolume() {
        RunOptions usual = RunOptions.DEFAULTS;
        return new RunOptions(
                usual.volumes(),
                usual.command(),
                usual.user(),
                usual.memory(),
                usual.cpus(),
                usual.labels(),
                usual.readOnly(),
                usual.capDrop(),
                usual.init(),
                usual.stopSignal(),
                usual.stopGrace(),
                usual.networks(),
                List.of("--mount=type=volume,target=/scratch"));
    }

    private double deploy(DeployStage stage, String version) throws InterruptedException {
        Source source = new Source.Build(
                AppVersion.folder().toString(), "Dockerfile", Optional.empty(), Map.of("VERSION", version));
        Deployment deployment = stage.deployment(version, source, Map.of());
        Report report = stage.engine(event -> {}).deploy(deployment);
        if (!report.succeeded()) {
            throw new AssertionError(version + " was not deployed: " + report.failure());
        }
        volumes.addAll(docker("{{range .Mounts}}{{println .Name}}{{end}}"));
        return Ours.seconds(report);
    }

    private List<String> docker(String format) throws InterruptedException {
        return sandbox.docker()
                .call("container", "inspect", "--format", format, app)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
