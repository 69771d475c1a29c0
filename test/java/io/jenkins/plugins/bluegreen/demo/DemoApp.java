package io.jenkins.plugins.bluegreen.demo;

import io.jenkins.plugins.bluegreen.deploy.BlueGreen;
import io.jenkins.plugins.bluegreen.deploy.Deployment;
import io.jenkins.plugins.bluegreen.deploy.Drain;
import io.jenkins.plugins.bluegreen.deploy.Metering;
import io.jenkins.plugins.bluegreen.deploy.Progress;
import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.deploy.Rollback;
import io.jenkins.plugins.bluegreen.deploy.RunOptions;
import io.jenkins.plugins.bluegreen.deploy.Source;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.Edge;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.liveness.HttpCheck;
import io.jenkins.plugins.bluegreen.liveness.Liveness;
import io.jenkins.plugins.bluegreen.liveness.StatusRange;
import io.jenkins.plugins.bluegreen.traffic.Nginx;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The app of the demonstration, behind its nginx: every version is built from {@code examples/orders}.
 *
 * @param sandbox where it lives
 * @param edge its nginx
 */
record DemoApp(Sandbox sandbox, Edge edge) {
    private static final String BY = "bin/demo";
    private static final int KEEP = 2;
    private static final double METERED_PER_SECOND = 20;
    private static final Drain DRAIN = new Drain(Duration.ofSeconds(20), Duration.ZERO);
    private static final Duration LOCK_WAIT = Duration.ofSeconds(60);

    /** The one patience that differs from version to version: how long it may take to get ready, and how long it bakes. */
    record Pace(Duration deadline, Duration bake) {
        static final Pace USUAL = new Pace(Duration.ofSeconds(60), Duration.ofSeconds(2));
    }

    static String name(Sandbox sandbox) {
        return sandbox.name("orders");
    }

    String name() {
        return name(sandbox);
    }

    /** Which version answers users now. */
    Optional<String> live() throws Exception {
        return sandbox.get(edge.uri("/")).header("X-Version");
    }

    Report deploy(AppVersion version, Pace pace, Docker docker, Progress progress) throws InterruptedException {
        return new BlueGreen(docker, progress).deploy(deployment(version, pace));
    }

    /** Back to the version before the live one. */
    Report rollback(Progress progress) throws InterruptedException {
        return new BlueGreen(sandbox.docker(), progress)
                .rollback(new Rollback(
                        deployment(AppVersion.of("any"), Pace.USUAL).terms(), Optional.empty()));
    }

    private Deployment deployment(AppVersion version, Pace pace) throws InterruptedException {
        return new Deployment(
                name(),
                version.version(),
                new Source.Build(AppVersion.folder().toString(), "Dockerfile", Optional.empty(), version.settings()),
                sandbox.network(),
                AppVersion.PORT,
                Map.of(),
                RunOptions.DEFAULTS,
                liveness(pace),
                Optional.empty(),
                routing(),
                DRAIN,
                pace.bake(),
                KEEP,
                LOCK_WAIT,
                metering(),
                BY,
                Optional.empty(),
                false);
    }

    private static Liveness liveness(Pace pace) {
        HttpCheck health = new HttpCheck("/health", StatusRange.parse("200"), Optional.empty(), Map.of());
        return new Liveness(health, Duration.ofMillis(200), Duration.ofSeconds(2), 3, pace.deadline());
    }

    private Nginx routing() {
        return new Nginx(edge.container(), Optional.empty());
    }

    private Optional<Metering> metering() throws InterruptedException {
        return Optional.of(new Metering(edge.uri("/"), METERED_PER_SECOND, "X-Version"));
    }
}
