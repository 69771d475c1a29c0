package io.jenkins.plugins.bluegreen.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.DeployStage;
import io.jenkins.plugins.bluegreen.fixture.Edge;
import io.jenkins.plugins.bluegreen.fixture.Load;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.meter.Reading;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deployments behind a real nginx, under load: what users and operators get. */
class DeployIT {
    private static final AppVersion V1 = AppVersion.of("v1");
    private static final AppVersion V2 = AppVersion.of("v2");
    private static final Duration SLOW = Duration.ofMillis(1500);

    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    private String app;
    private Edge edge;
    private DeployStage stage;

    @BeforeEach
    void liveBehindNginx() throws Exception {
        app = sandbox.name("orders");
        edge = DeployStage.edgeFor(sandbox, app);
        stage = DeployStage.behindNginx(sandbox, edge, app);
        assertThat(stage.deploy(V1).failure()).isEmpty();
    }

    @Test
    void aNewVersionReplacesTheOldOneAndNoRequestIsLost() throws Exception {
        Load load = Load.on(edge.uri("/"), 50, SLOW);

        Report report = stage.deploy(V2);

        assertThat(report.failure()).isEmpty();
        assertThat(report.live()).contains("v2");
        assertThat(sandbox.get(edge.uri("/")).header("X-Version")).contains("v2");
        assertNoneLost(load);
        Container live = sandbox.container(app);
        assertThat(live.restartPolicy()).isEqualTo("always");
        Container kept = sandbox.container(app + "-kept-v1");
        assertThat(kept.running()).isFalse();
        assertThat(kept.restartPolicy()).isEqualTo("no");
    }

    @Test
    void aVersionThatNeverGetsReadyIsRefusedAndTheOldOneNeverNotices() throws Exception {
        Load load = Load.on(edge.uri("/"), 50, SLOW);

        Report report = stage.within(Duration.ofSeconds(3)).deploy(V2.unhealthyAfter(Duration.ZERO));

        assertThat(report.outcome()).isEqualTo(Report.Outcome.REFUSED);
        assertThat(report.failure().orElseThrow().seen()).contains("503");
        assertUndone();
        assertNoneLost(load);
    }

    @Test
    void aVersionThatCrashesDuringBakeIsReplacedByTheOldOneAndNoRequestIsLost() throws Exception {
        Load load = Load.on(edge.uri("/"), 50, SLOW);

        Report report = stage.baking(Duration.ofSeconds(20)).deploy(V2.crashingAfter(Duration.ofSeconds(5)));

        assertThat(report.outcome()).isEqualTo(Report.Outcome.UNDONE);
        assertThat(report.failure().orElseThrow().phase()).isEqualTo(Phase.BAKE);
        assertUndone();
        assertNoneLost(load);
    }

    @Test
    void aKeptVersionComesBackWithoutLosingARequest() throws Exception {
        assertThat(stage.deploy(V2).failure()).isEmpty();
        Load load = Load.on(edge.uri("/"), 50, SLOW);

        Report report = stage.rollback(Optional.empty());

        assertThat(report.failure()).isEmpty();
        assertThat(report.live()).contains("v1");
        assertThat(sandbox.get(edge.uri("/")).header("X-Version")).contains("v1");
        assertNoneLost(load);
        assertThat(sandbox.containers()).contains(app, app + "-kept-v2").hasSize(3);
    }

    @Test
    void anNginxThatRefusesItsConfigurationGoesOnWithTheOldVersion() throws Exception {
        edge.write("server { listen 80; no_such_directive; }");
        Load load = Load.on(edge.uri("/"), 50, SLOW);

        Report report = stage.deploy(V2);

        assertThat(report.live()).contains("v1");
        assertThat(report.failure().orElseThrow().what()).contains("no_such_directive");
        assertUndone();
        assertNoneLost(load);
    }

    @Test
    void aVersionThatIsGoneAltogetherIsReplacedAlthoughNginxCouldNotStartWithout() throws Exception {
        sandbox.docker().stop(app, Duration.ZERO);

        assertThat(stage.deploy(V2).failure()).isEmpty();

        assertThat(sandbox.get(edge.uri("/")).header("X-Version")).contains("v2");
    }

    @Test
    void anNginxThatIsDownIsSaidBeforeAnythingIsBuilt() throws Exception {
        sandbox.docker().stop(edge.container(), Duration.ZERO);

        Report report = stage.deploy(V2);

        assertThat(report.outcome()).isEqualTo(Report.Outcome.REFUSED);
        assertThat(report.failure().orElseThrow().phase()).isEqualTo(Phase.PREFLIGHT);
        assertThat(report.failure().orElseThrow().what()).contains(edge.container());
        assertThat(sandbox.containers()).containsExactlyInAnyOrder(app, edge.container());
    }

    private void assertUndone() throws Exception {
        assertThat(sandbox.get(edge.uri("/")).header("X-Version")).contains("v1");
        assertThat(sandbox.containers()).containsExactlyInAnyOrder(app, edge.container());
        assertThat(sandbox.container(app).restartPolicy()).isEqualTo("always");
    }

    private static void assertNoneLost(Load load) {
        Reading seen = load.end();
        assertThat(seen.faults()).isEmpty();
        assertThat(seen.lost()).isZero();
        assertThat(seen.requests()).isGreaterThan(20);
    }
}
