package io.jenkins.plugins.bluegreen.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.DeployStage;
import io.jenkins.plugins.bluegreen.fixture.Edge;
import io.jenkins.plugins.bluegreen.fixture.ForkedJvm;
import io.jenkins.plugins.bluegreen.fixture.Load;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.meter.Reading;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** An app behind nginx whose deployers die, and what must hold afterwards. */
public final class KilledDeploy {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int KILLED = 137;

    private final Sandbox sandbox;
    private final String app;
    private final Edge edge;
    private final DeployStage stage;

    private KilledDeploy(Sandbox sandbox, String app, Edge edge) {
        this.sandbox = sandbox;
        this.app = app;
        this.edge = edge;
        this.stage = DeployStage.behindNginx(sandbox, edge, app);
    }

    /** With a first version live. */
    public static KilledDeploy live(Sandbox sandbox) throws IOException, InterruptedException {
        String app = sandbox.name("orders");
        KilledDeploy killed = new KilledDeploy(sandbox, app, DeployStage.edgeFor(sandbox, app));
        assertThat(killed.stage.deploy(AppVersion.of("v1")).failure()).isEmpty();
        return killed;
    }

    /**
     * Kills a deployer while users go on, has {@code unlock} put things right, and asserts that it did and that no request
     * was lost.
     *
     * @param phase the phase in which it dies
     * @param commands how many commands it still carries out from there on
     * @return where it died, in words; empty where it had done all its commands before
     */
    public Optional<String> kill(Phase phase, int commands) throws IOException, InterruptedException {
        String before = liveVersion();
        Optional<String> where;
        Reading seen;
        try (Load load = Load.on(edge.uri("/"), 20, Duration.ofMillis(500))) {
            where = die(phase, commands, before.equals("v1") ? "v2" : "v1");
            assertThat(stage.engine(stage.events()::add).unlock(stage.terms(), false))
                    .isNotEmpty();
            seen = load.end();
        }
        assertThat(seen.faults()).isEmpty();
        assertThat(seen.lost()).isZero();
        assertThat(sandbox.containers())
                .contains(app, edge.container())
                .allMatch(name -> name.equals(app) || name.equals(edge.container()) || name.startsWith(app + "-kept-"));
        assertThat(sandbox.container(app).restartPolicy()).isEqualTo("always");
        AppStatus status = stage.engine(event -> {}).status(app);
        assertThat(status.live().orElseThrow().version()).isEqualTo(liveVersion());
        assertThat(status.unfinished()).isEmpty();
        assertThat(status.lockedBy()).isEmpty();
        assertThat(sandbox.docker().image(app + ":temp")).isEmpty();
        return where;
    }

    private Optional<String> die(Phase phase, int commands, String version) throws IOException, InterruptedException {
        String[] arguments = {
            sandbox.network(), app, edge.container(), version, phase.name(), Integer.toString(commands)
        };
        try (ForkedJvm deployer = ForkedJvm.start(DeployAndDie.class, arguments)) {
            int code = deployer.await(LIMIT);
            String last = String.join("\n", deployer.lines());
            assertThat(code).as("it printed %s", last).isIn(0, KILLED);
            return code == KILLED ? Optional.of(last) : Optional.empty();
        }
    }

    private String liveVersion() throws IOException, InterruptedException {
        return sandbox.get(edge.uri("/")).header("X-Version").orElseThrow();
    }
}
