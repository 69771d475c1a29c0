package io.jenkins.plugins.bluegreen.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.host.HttpAnswer;
import io.jenkins.plugins.bluegreen.host.HttpCall;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HaproxyRouterIT {
    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    private final Stage stage = new Stage(sandbox);
    private Backend blue;
    private Backend green;
    private String app;
    private String front;
    private int port;

    @BeforeEach
    void start() throws InterruptedException, IOException {
        blue = stage.backend("blue");
        green = stage.backend("green");
        app = stage.name("app");
        front = app + "-front";
        port = Sandbox.freePort();
    }

    private Router router(boolean acceptGap) {
        return new PublishedPort(port, Optional.of(Images.HAPROXY), acceptGap).open(stage.docker(), app);
    }

    private Router startedWith(Backend live) throws InterruptedException {
        Router router = router(false);
        router.preflight(stage.network());
        router.route(live, Optional.empty());
        return router;
    }

    private Load load() throws InterruptedException {
        Load load = new Load("127.0.0.1", port);
        load.during(100);
        return load;
    }

    @Test
    void switchesBackAndForthWithoutLosingARequest() throws InterruptedException {
        Router router = startedWith(blue);
        Stage.assertSwitchesLoseNothing(router, load(), blue, green);
    }

    @Test
    void hasNotLeftWhileARequestIsUnderWay() throws InterruptedException, IOException {
        Router router = startedWith(blue);
        try (Socket held = stage.held("127.0.0.1", port, front, blue)) {
            router.route(green, Optional.empty());
            assertThat(router(false).awaitLeft(blue, Duration.ofMillis(300))).isFalse();
            assertThat(router.awaitLeft(blue, Duration.ofSeconds(20))).isTrue();
            assertThat(Stage.answerOn(held)).contains("200 OK");
        }
    }

    @Test
    void refusesABackendThatRefusesAndGoesOnServing() throws InterruptedException {
        Router router = startedWith(blue);
        Load load = load();
        try (load) {
            load.expect("blue");
            assertThatThrownBy(() -> router.route(new Backend("orders-green", green.address(), 3001), Optional.empty()))
                    .isInstanceOf(RouterException.class)
                    .hasMessageContaining("goes on as before")
                    .hasMessageContaining(green.address() + ":3001");
            load.during(100);
        }
        assertThat(load.faults()).isEmpty();
        assertThat(router.current()).contains("orders-blue:3000");
    }

    @Test
    void standbyTakesOverWhenTheLiveOneIsKilled() throws InterruptedException {
        Router router = startedWith(blue);
        Load load = load();
        try (load) {
            router.route(green, Optional.of(blue));
            load.expect("green");
            load.during(200);
            load.expectAnything();
            stage.docker().call("kill", stage.name("green"));
            load.during(600);
            router.route(blue, Optional.empty());
            load.expect("blue");
            load.during(100);
        }
        assertThat(load.faults()).isEmpty();
        assertThat(load.versions()).containsKey("green");
    }

    @Test
    void aRestartedFrontPointsAtTheRightOne() throws InterruptedException {
        Router router = startedWith(blue);
        router.route(green, Optional.of(blue));
        stage.docker().call("restart", "--time", "0", front);
        Stage.await("the front's answer", () -> answers("green"));
        assertThat(router.current()).contains("orders-green:3000");
        router.route(blue, Optional.empty());
        Load load = load();
        load.close();
        assertThat(load.faults()).isEmpty();
        assertThat(load.versions()).containsOnlyKeys("blue");
    }

    @Test
    void aRestartedFrontFindsABackendThatHasComeBackUnderAnotherAddress() throws InterruptedException {
        startedWith(blue);
        stage.docker().stop(stage.name("blue"), Duration.ZERO);
        stage.idle("squatter");
        assertThat(stage.address(stage.name("squatter"))).isEqualTo(blue.address());
        stage.docker().call("restart", "--time", "0", front);
        stage.docker().start(stage.name("blue"));
        Stage.await("blue's answer", () -> answers("blue"));
    }

    @Test
    void aSwitchAfterOneThatWasCutOffBetweenFileAndCommandsConverges() throws InterruptedException {
        Router router = startedWith(blue);
        stage.docker()
                .exec(
                        front,
                        List.of("tee", "/tmp/bluegreen.cfg"),
                        new FrontConfiguration(app, port, green, Optional.empty()).text(FrontConfiguration.TWO),
                        Duration.ofSeconds(10));
        Load load = load();
        try (load) {
            load.expect("blue");
            assertThat(router.current()).contains("orders-blue:3000");
            load.during(50);
            load.expectAnything();
            router(false).route(green, Optional.empty());
            load.expect("green");
            load.during(100);
        }
        assertThat(load.faults()).isEmpty();
        assertThat(router.current()).contains("orders-green:3000");
    }

    @Test
    void aWithdrawnFirstDeployAnswersAnErrorAtOnceAndTakesTheNext() throws InterruptedException, IOException {
        router(false).withdraw();
        assertThat(stage.docker().container(front)).as("nothing to withdraw").isEmpty();
        Router router = startedWith(blue);
        stage.docker().remove(stage.name("blue"));
        router.withdraw();
        assertThat(router.current()).isEmpty();
        assertThat(status()).isEqualTo(503);
        stage.docker().call("restart", "--time", "0", front);
        Stage.await("the front's answer", () -> status() == 503);
        router(false).route(green, Optional.empty());
        assertThat(status()).isEqualTo(200);
    }

    private int status() {
        try {
            return answer().status();
        } catch (IOException e) {
            return 0;
        }
    }

    @Test
    void makesAFrontThatOutlivesARestartOfTheEngine() throws InterruptedException {
        startedWith(blue);
        var made = stage.docker().container(front).orElseThrow();
        assertThat(made.restartPolicy()).isEqualTo("always");
        assertThat(made.label("bluegreen.front")).contains(app);
        stage.docker().stop(front, Duration.ZERO);
        assertThat(router(false).current()).isEmpty();
        router(false).route(green, Optional.empty());
        Stage.await("green's answer", () -> answers("green"));
    }

    @Test
    void saysWhoHasThePort() throws InterruptedException, IOException {
        try (ServerSocket other = new ServerSocket(port)) {
            assertThat(other.isBound()).isTrue();
            assertRefused(router(false), "in use by another program");
        }
        stage.idle("other", "--publish", port + ":80");
        assertRefused(router(true), "published by the container '" + stage.name("other") + "'");
        assertThatThrownBy(() -> startedWithoutPreflight(blue)).isInstanceOf(RouterException.class);
        assertThat(stage.docker().container(front)).isEmpty();
    }

    private void startedWithoutPreflight(Backend live) throws InterruptedException {
        Router router = router(true);
        assertThatThrownBy(() -> router.preflight(stage.network())).isInstanceOf(RouterException.class);
        router.route(live, Optional.empty());
    }

    @Test
    void takesThePortFromTheAppsOwnContainerOnlyWhenToldThatThisHasAGap() throws InterruptedException {
        stage.idle("app", "--publish", port + ":3000");
        assertRefused(router(false), "this first move has one");
        Router router = router(true);
        router.preflight(stage.network());
        assertThat(router.rivals(stage.docker().container(app).orElseThrow())).isTrue();
        stage.docker().stop(app, Duration.ZERO);
        router.route(blue, Optional.empty());
        Stage.await("blue's answer", () -> answers("blue"));
        router.makeWayFor(stage.docker().container(app).orElseThrow());
        assertThat(stage.docker().container(front)).isEmpty();
    }

    @Test
    void refusesAFrontThatIsNotItsOwn() throws InterruptedException {
        stage.idle("app-front");
        assertRefused(router(false), "is not the front of");
        stage.docker().remove(front);
        stage.idle("app-front", "--label", "bluegreen.front=" + app, "--publish", "1:1");
        assertRefused(router(false), "publishes port [1]");
    }

    @Test
    void saysHowToGetAnImage() {
        Router unnamed = new PublishedPort(port, Optional.empty(), false).open(stage.docker(), app);
        assertRefused(unnamed, "docker pull haproxy:lts-alpine");
    }

    private boolean answers(String version) {
        try {
            return answer().header("X-Version").equals(Optional.of(version));
        } catch (IOException e) {
            return false;
        }
    }

    private HttpAnswer answer() throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/");
        try {
            return stage.docker().host().call(HttpCall.get(uri, Duration.ofSeconds(1)));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertRefused(Router router, String because) {
        assertThatThrownBy(() -> router.preflight(stage.network()))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining(because);
    }
}
