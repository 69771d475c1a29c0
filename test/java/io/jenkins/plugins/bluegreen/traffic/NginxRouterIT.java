package io.jenkins.plugins.bluegreen.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.host.HttpCall;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NginxRouterIT {
    private static final String SITE = "server { listen 80; location / { proxy_pass http://orders; } }";

    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    private final Stage stage = new Stage(sandbox);
    private Backend blue;
    private Backend green;

    @BeforeEach
    void start() throws InterruptedException {
        blue = stage.backend("blue");
        green = stage.backend("green");
    }

    private Router router(String container) {
        return new Nginx(container, Optional.empty()).open(stage.docker(), "orders");
    }

    private Load load(String edge) throws InterruptedException {
        Load load = new Load(stage.address(edge), 80);
        load.during(100);
        return load;
    }

    @Test
    void switchesBackAndForthWithoutLosingARequest() throws InterruptedException {
        String edge = stage.edge(blue);
        Router router = router(edge);
        router.preflight(stage.network());
        Stage.assertSwitchesLoseNothing(router, load(edge), blue, green);
    }

    @Test
    void hasNotLeftWhileAnOldWorkerFinishesARequest() throws InterruptedException, IOException {
        String edge = stage.edge(blue);
        Router router = router(edge);
        try (Socket held = stage.held(stage.address(edge), 80, edge, blue)) {
            router.route(green, Optional.empty());
            assertThat(router(edge).awaitLeft(blue, Duration.ofMillis(300)))
                    .as("a router that knows nothing of the switch")
                    .isFalse();
            assertThat(router.awaitLeft(blue, Duration.ofSeconds(20))).isTrue();
            assertThat(Stage.answerOn(held)).contains("200 OK");
        }
    }

    @Test
    void refusesABackendThatNginxRefusesAndGoesOnServing() throws InterruptedException {
        String edge = stage.edge(blue);
        Router router = router(edge);
        Load load = load(edge);
        try (load) {
            load.expect("blue");
            assertThatThrownBy(() -> router.route(new Backend("nowhere", "", 3000), Optional.empty()))
                    .isInstanceOf(RouterException.class)
                    .hasMessageContaining("goes on as before")
                    .hasMessageContaining("host not found in upstream \"nowhere:3000\"");
            load.during(100);
        }
        assertThat(load.faults()).isEmpty();
        assertThat(router.current()).contains("orders-blue:3000");
        router.preflight(stage.network());
    }

    @Test
    void takesItsFileAwayAgainWhereThereWasNone() throws InterruptedException {
        String edge = stage.edge("server { listen 80; location / { proxy_pass http://orders-blue:3000; } }", "");
        Router router = router(edge);
        assertThatThrownBy(() -> router.route(new Backend("nowhere", "", 3000), Optional.empty()))
                .isInstanceOf(RouterException.class);
        assertThat(router.current()).isEmpty();
        assertThat(stage.docker()
                        .exec(edge, List.of("ls", "-A", "/etc/nginx/conf.d"), "", Duration.ofSeconds(10))
                        .out())
                .isEqualTo("site.conf\n");
    }

    @Test
    void standbyTakesOverWhenTheLiveOneIsKilled() throws InterruptedException {
        String edge = stage.edge(blue);
        Router router = router(edge);
        Load load = load(edge);
        try (load) {
            router.route(green, Optional.of(blue));
            assertThat(router.current()).contains("orders-green:3000");
            load.during(200);
            stage.docker().call("kill", stage.name("green"));
            load.during(600);
            router.route(blue, Optional.empty());
            load.during(100);
        }
        assertThat(load.faults()).isEmpty();
        assertThat(load.versions()).containsKey("green");
    }

    @Test
    void aSwitchAfterOneThatWasCutOffBetweenFileAndReloadConverges() throws InterruptedException {
        String edge = stage.edge(blue);
        Router router = router(edge);
        stage.docker()
                .exec(
                        edge,
                        List.of("tee", "/etc/nginx/conf.d/bluegreen-orders.conf"),
                        Upstream.text("orders", green, Optional.of(blue)),
                        Duration.ofSeconds(10));
        Load load = load(edge);
        try (load) {
            load.expect("blue");
            load.during(50);
            load.expectAnything();
            router.route(green, Optional.empty());
            load.expect("green");
            load.during(100);
        }
        assertThat(load.faults()).isEmpty();
    }

    @Test
    void theFirstDeployBringsAServerBlockIntoForceThatNamesTheNewUpstream() throws InterruptedException {
        String edge = stage.edge("", "");
        stage.docker().exec(edge, List.of("tee", "/etc/nginx/conf.d/site.conf"), SITE, Duration.ofSeconds(10));
        Router router = router(edge);
        router.preflight(stage.network());
        router.route(green, Optional.empty());
        Load load = load(edge);
        load.close();
        assertThat(load.faults()).isEmpty();
        assertThat(load.versions()).containsKey("green");
    }

    @Test
    void saysWhatIsWrongBeforeAnythingIsTouched() throws InterruptedException {
        assertRefused(stage.name("absent"), "There is no container");
        String edge = stage.edge(blue);
        assertThatThrownBy(() -> router(edge).preflight("other"))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("is not on the network 'other'")
                .hasMessageContaining("docker network connect other " + edge);
        write(
                edge,
                "server { listen 80; location / { proxy_pass http://orders-blue:3000; } } # proxy_pass http://orders;");
        assertRefused(edge, "'proxy_pass http://orders;'");
        write(edge, "someone elses fault;");
        assertRefused(edge, "faulty already");
        assertThatThrownBy(() -> router(edge).route(green, Optional.empty()))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("someone");
        stage.docker().stop(edge, Duration.ZERO);
        assertRefused(edge, "does not run (it is exited)");
        assertThatThrownBy(() -> router(edge).route(green, Optional.empty()))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("does not run");
        assertThat(router(edge).current()).isEmpty();
    }

    @Test
    void aWithdrawnFirstDeployLeavesAnNginxThatReloadsAndTakesTheNext() throws InterruptedException, IOException {
        String edge = stage.edge(blue);
        Router router = router(edge);
        stage.docker().remove(stage.name("blue"));
        router.withdraw();
        assertThat(router.current()).isEmpty();
        URI uri = URI.create("http://" + stage.address(edge) + "/");
        assertThat(stage.docker()
                        .host()
                        .call(HttpCall.get(uri, Duration.ofSeconds(1)))
                        .status())
                .isEqualTo(502);
        router(edge).preflight(stage.network());
        router(edge).route(green, Optional.empty());
        assertThat(stage.docker()
                        .host()
                        .call(HttpCall.get(uri, Duration.ofSeconds(1)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void withdrawsNothingWhereNothingWasRouted() throws InterruptedException {
        String edge = stage.edge(SITE.replace("orders", "orders-blue:3000"), "");
        router(edge).withdraw();
        router(stage.name("absent")).withdraw();
        assertThat(stage.docker()
                        .exec(edge, List.of("ls", "-A", "/etc/nginx/conf.d"), "", Duration.ofSeconds(10))
                        .out())
                .isEqualTo("site.conf\n");
    }

    @Test
    void refusesAFileThatNginxDoesNotRead() throws InterruptedException {
        String edge = stage.edge(blue);
        Router router = new Nginx(edge, Optional.of("/etc/nginx/elsewhere.conf")).open(stage.docker(), "orders");
        assertThatThrownBy(() -> router.route(green, Optional.empty()))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("doesn't read /etc/nginx/elsewhere.conf");
    }

    private void write(String edge, String site) throws InterruptedException {
        stage.docker().exec(edge, List.of("tee", "/etc/nginx/conf.d/site.conf"), site, Duration.ofSeconds(10));
    }

    private void assertRefused(String container, String because) {
        assertThatThrownBy(() -> router(container).preflight(stage.network()))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining(because);
    }
}
