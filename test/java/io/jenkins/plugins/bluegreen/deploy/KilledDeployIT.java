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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deployer is killed, at every phase boundary and inside the delicate ones, while users go on. */
@TestInstance(Lifecycle.PER_CLASS)
class KilledDeployIT {
    @RegisterExtension
    static final Sandbox SANDBOX = new Sandbox();

    private String app;
    private Edge edge;
    private DeployStage stage;

    @BeforeAll
    void liveBehindNginx() throws Exception {
        app = SANDBOX.name("orders");
        edge = DeployStage.edgeFor(SANDBOX, app);
        stage = DeployStage.behindNginx(SANDBOX, edge, app);
        assertThat(stage.deploy(AppVersion.of("v1")).failure()).isEmpty();
    }

    @AfterAll
    void close() throws Exception {
        SANDBOX.close();
    }

    @ParameterizedTest(name = "at {0}, after {1} commands of it")
    @CsvSource({
        "RECOVER,0",
        "OBSERVE,0",
        "PREFLIGHT,0",
        "BUILD,0",
        "CANDIDATE,0",
        "CANDIDATE,1",
        "READY,0",
        "PRE_SWITCH,0",
        "SWITCH,0",
        "SWITCH,1",
        "SWITCH,2",
        "SWITCH,3",
        "SWITCH,4",
        "SWITCH,5",
        "SWITCH,6",
        "VERIFY,0",
        "DRAIN,0",
        "BAKE,0",
        "STOP_OLD,0",
        "STOP_OLD,1",
        "STOP_OLD,2",
        "COMMIT,0",
        "COMMIT,1",
        "COMMIT,2",
        "CLEAN,0"
    })
    void losesNoRequestAndTheNextCommandPutsThingsRight(Phase phase, int commands) throws Exception {
        String before = liveVersion();
        Load load = Load.on(edge.uri("/"), 20, Duration.ofMillis(500));

        die(phase, commands, before.equals("v1") ? "v2" : "v1");
        String done = stage.engine(stage.events()::add).unlock(stage.terms(), false);

        assertThat(done).isNotEmpty();
        Reading seen = load.end();
        assertThat(seen.faults()).isEmpty();
        assertThat(seen.lost()).isZero();
        assertThat(SANDBOX.containers())
                .contains(app, edge.container())
                .allMatch(name -> name.equals(app) || name.equals(edge.container()) || name.startsWith(app + "-kept-"));
        assertThat(SANDBOX.container(app).restartPolicy()).isEqualTo("always");
        AppStatus status = stage.engine(event -> {}).status(app);
        assertThat(status.live().orElseThrow().version()).isEqualTo(liveVersion());
        assertThat(status.unfinished()).isEmpty();
        assertThat(status.lockedBy()).isEmpty();
        assertThat(SANDBOX.docker().image(app + ":temp")).isEmpty();
    }

    private void die(Phase phase, int commands, String version) throws IOException, InterruptedException {
        try (ForkedJvm deployer = ForkedJvm.start(
                DeployAndDie.class,
                SANDBOX.network(),
                app,
                edge.container(),
                version,
                phase.name(),
                Integer.toString(commands))) {
            assertThat(deployer.await(Duration.ofSeconds(60)))
                    .as("it was to be killed, and printed %s", deployer.lines())
                    .isEqualTo(137);
        }
    }

    private String liveVersion() throws IOException, InterruptedException {
        return SANDBOX.get(edge.uri("/")).header("X-Version").orElseThrow();
    }
}
