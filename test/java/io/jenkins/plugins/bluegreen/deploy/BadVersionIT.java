package io.jenkins.plugins.bluegreen.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.DeployStage;
import io.jenkins.plugins.bluegreen.fixture.Edge;
import io.jenkins.plugins.bluegreen.fixture.Load;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.meter.Reading;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** New versions that are no good, each in its way, while users are on the old one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadVersionIT {
    private static final Duration DEADLINE = Duration.ofSeconds(4);
    private static final Duration BAKE = Duration.ofSeconds(10);
    private static final AppVersion V2 = AppVersion.of("v2");

    @RegisterExtension
    static final Sandbox SANDBOX = new Sandbox();

    private String app;
    private Edge edge;

    @BeforeAll
    void v1BehindNginx() throws Exception {
        app = SANDBOX.name("orders");
        edge = DeployStage.edgeFor(SANDBOX, app);
        assertThat(stage().deploy(AppVersion.of("v1")).failure()).isEmpty();
    }

    @AfterAll
    void close() throws Exception {
        SANDBOX.close();
    }

    private DeployStage stage() {
        return DeployStage.behindNginx(SANDBOX, edge, app);
    }

    static Stream<Arguments> bad() {
        Duration atOnce = Duration.ZERO;
        Duration later = Duration.ofSeconds(3);
        return Stream.of(
                Arguments.of("that exits", V2.exiting(), Phase.READY, "exit code 1"),
                Arguments.of("that dies once it listens", V2.crashingAfter(atOnce), Phase.READY, "exit code 3"),
                Arguments.of("that never listens", V2.startingAfter(BAKE), Phase.READY, "connection refused"),
                Arguments.of("that hangs", V2.hangingAfter(atOnce), Phase.READY, "no answer within 2000 ms"),
                Arguments.of("that answers 500", V2.failingAfter(atOnce), Phase.READY, "last saw 500"),
                Arguments.of(
                        "that answers slowly",
                        V2.answeringAfter(Duration.ofSeconds(3)),
                        Phase.READY,
                        "no answer within 2000 ms"),
                Arguments.of("that crashes during bake", V2.crashingAfter(later), Phase.BAKE, "exit code 3"),
                Arguments.of("that becomes unhealthy during bake", V2.unhealthyAfter(later), Phase.BAKE, "saw 503"));
    }

    @ParameterizedTest(name = "a version {0} is refused in phase {2}")
    @MethodSource("bad")
    void isRefusedSayingWhyAndUsersNeverNotice(String how, AppVersion version, Phase phase, String seen)
            throws Exception {
        Load load = Load.on(edge.uri("/"), 20, Duration.ofMillis(500));

        Report report = stage().within(DEADLINE).baking(BAKE).deploy(version);

        Report.Failure failure = report.failure().orElseThrow();
        assertThat(failure.phase()).as(how).isEqualTo(phase);
        assertThat(report.outcome()).isEqualTo(phase == Phase.BAKE ? Report.Outcome.UNDONE : Report.Outcome.REFUSED);
        assertThat(failure.what() + "; " + failure.seen()).contains(seen);
        assertThat(failure.seen()).containsPattern("GET /health, expecting 200|expected it to run");
        assertThat(failure.advice())
                .contains(seen.equals("connection refused") ? "listen on port 3000" : "Read its log");
        Reading users = load.end();
        assertThat(users.faults()).isEmpty();
        assertThat(users.lost()).isZero();
        assertThat(SANDBOX.get(edge.uri("/")).header("X-Version")).contains("v1");
        assertThat(SANDBOX.containers()).containsExactlyInAnyOrder(app, edge.container());
        assertThat(SANDBOX.docker().image(app + ":temp")).isEmpty();
    }
}
