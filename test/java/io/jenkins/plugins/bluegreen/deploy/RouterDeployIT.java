package io.jenkins.plugins.bluegreen.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.Await;
import io.jenkins.plugins.bluegreen.fixture.DeployStage;
import io.jenkins.plugins.bluegreen.fixture.Edge;
import io.jenkins.plugins.bluegreen.fixture.FakeProxyManager;
import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.Load;
import io.jenkins.plugins.bluegreen.fixture.ProxyManagerNginx;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.host.Secret;
import io.jenkins.plugins.bluegreen.meter.Reading;
import io.jenkins.plugins.bluegreen.traffic.DockerDns;
import io.jenkins.plugins.bluegreen.traffic.Moving;
import io.jenkins.plugins.bluegreen.traffic.Nginx;
import io.jenkins.plugins.bluegreen.traffic.ProxyManager;
import io.jenkins.plugins.bluegreen.traffic.PublishedPort;
import io.jenkins.plugins.bluegreen.traffic.Routing;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A deployment and its rollback through each router, metered and under load. nginx's has a class of its own. */
class RouterDeployIT {
    private static final AppVersion V1 = AppVersion.of("v1");
    private static final AppVersion V2 = AppVersion.of("v2");
    private static final Duration SLOW = Duration.ofSeconds(2);

    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    private String app;

    @BeforeEach
    void nameIt() {
        app = sandbox.name("orders");
    }

    @Test
    void throughDockersOwnDns() throws Exception {
        Edge edge = Edge.resolving(sandbox, app, AppVersion.PORT, Duration.ofSeconds(1));
        deploysAndRollsBack(new DockerDns(Duration.ofMillis(2500)), edge.uri("/"));
    }

    @Test
    void throughNginxProxyManager(@TempDir Path directory) throws Exception {
        ProxyManagerNginx nginx = ProxyManagerNginx.start(
                sandbox.docker(), Images.NGINX, sandbox.name("proxy"), sandbox.network(), directory);
        try (FakeProxyManager fake = FakeProxyManager.start(sandbox.docker(), nginx.container(), nginx.hosts())) {
            fake.addHost(List.of("orders.example.com", nginx.address()), app, AppVersion.PORT);
            ProxyManager routing = new ProxyManager(
                    fake.api(),
                    FakeProxyManager.IDENTITY,
                    Secret.of(FakeProxyManager.SECRET),
                    "orders.example.com",
                    Optional.of(nginx.container()));
            deploysAndRollsBack(routing, URI.create("http://" + nginx.address() + "/"));
        }
    }

    @Test
    void throughAPublishedPort() throws Exception {
        int port = Sandbox.freePort();
        deploysAndRollsBack(port(port, false), published(port));
    }

    @Test
    void aPortThatIsTakenIsSaidBeforeAnythingIsBuilt() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            Report report = new DeployStage(sandbox, app, port(other.getLocalPort(), false)).deploy(V1);

            assertThat(report.outcome()).isEqualTo(Report.Outcome.REFUSED);
            assertThat(report.failure().orElseThrow().phase()).isEqualTo(Phase.PREFLIGHT);
            assertThat(report.failure().orElseThrow().what())
                    .contains("Port " + other.getLocalPort(), "in use by another program");
            assertThat(sandbox.containers()).isEmpty();
        }
    }

    @Test
    void anAppThatPublishesItsPortItselfIsMovedBehindAFrontWithOneGapAndNoneLater() throws Exception {
        int port = Sandbox.freePort();
        Container old = AppVersion.of("old").start(sandbox, app, "--publish", port + ":" + AppVersion.PORT);
        sandbox.awaitStatus(200, published(port));

        assertThat(new DeployStage(sandbox, app, port(port, false))
                        .deploy(V1)
                        .failure()
                        .orElseThrow()
                        .what())
                .contains("this first move has one");
        assertThat(version(published(port))).isEqualTo("old");
        assertThat(new DeployStage(sandbox, app, port(port, true)).deploy(V1).failure())
                .isEmpty();

        assertThat(sandbox.docker().container(old.id()).orElseThrow().running()).isFalse();
        deploysAndRollsBack(port(port, true), published(port));
    }

    @Test
    void aFirstMoveThatFailsGivesThePortBack() throws Exception {
        int port = Sandbox.freePort();
        AppVersion.of("old").start(sandbox, app, "--publish", port + ":" + AppVersion.PORT);
        Container old = sandbox.container(app);
        DeployStage stage = new DeployStage(sandbox, app, port(port, true)).baking(Duration.ofSeconds(30));

        Report report = stage.deploy(V1.crashingAfter(Duration.ofSeconds(4)));

        assertThat(report.outcome()).isEqualTo(Report.Outcome.UNDONE);
        sandbox.awaitStatus(200, published(port));
        assertThat(version(published(port))).isEqualTo("old");
        assertThat(sandbox.container(app).id()).isEqualTo(old.id());
        assertThat(sandbox.containers()).containsExactly(app);
    }

    @Test
    void anAppThatMovesToAnotherRouterLosesNobodyWhoStillComesByTheOldOne() throws Exception {
        Edge edge = DeployStage.edgeFor(sandbox, app);
        Routing nginx = new Nginx(edge.container(), Optional.empty());
        assertThat(new DeployStage(sandbox, app, nginx).deploy(V1).failure()).isEmpty();
        sandbox.awaitStatus(200, edge.uri("/"));
        int port = Sandbox.freePort();
        DeployStage moving = new DeployStage(sandbox, app, new Moving(nginx, port(port, false), true));
        Load load = Load.on(edge.uri("/"), 50, SLOW);

        Report report = moving.deploy(V2);

        assertThat(report.failure()).isEmpty();
        assertThat(report.warnings()).anyMatch(warning -> warning.contains("Take the first out of use"));
        assertThat(version(published(port))).isEqualTo("v2");
        assertThat(version(edge.uri("/"))).isEqualTo("v2");
        assertThat(load.end().lost()).isZero();
    }

    @Test
    void aMoveThatFailsPutsBothRoutersBack() throws Exception {
        Edge edge = DeployStage.edgeFor(sandbox, app);
        Routing nginx = new Nginx(edge.container(), Optional.empty());
        assertThat(new DeployStage(sandbox, app, nginx).deploy(V1).failure()).isEmpty();
        int port = Sandbox.freePort();

        Report report = new DeployStage(sandbox, app, new Moving(nginx, port(port, false), false))
                .baking(Duration.ofSeconds(30))
                .deploy(V2.crashingAfter(Duration.ofSeconds(4)));

        assertThat(report.outcome()).isEqualTo(Report.Outcome.UNDONE);
        assertThat(version(edge.uri("/"))).isEqualTo("v1");
        assertThat(version(published(port))).isEqualTo("v1");
    }

    @Test
    void whoeverTakesTheLockFromALivingDeployerLosesNobody() throws Exception {
        Edge edge = DeployStage.edgeFor(sandbox, app);
        DeployStage stage = DeployStage.behindNginx(sandbox, edge, app);
        assertThat(stage.deploy(V1).failure()).isEmpty();
        sandbox.awaitStatus(200, edge.uri("/"));
        stage.baking(Duration.ofSeconds(5));
        Load load = Load.on(edge.uri("/"), 50, SLOW);

        CompletableFuture<Report> deployer = CompletableFuture.supplyAsync(() -> stage.deploy(V2));
        Await.until(
                Duration.ofMinutes(1),
                "it nears the end of its bake time",
                () -> bakedFor(stage, Duration.ofSeconds(4)));
        stage.engine(event -> {}).unlock(stage.terms(), true);
        Report report = deployer.get(1, TimeUnit.MINUTES);

        String live = Observation.version(new Names(app), sandbox.container(app));
        assertThat(version(edge.uri("/"))).isEqualTo(live);
        assertThat(report.live()).contains(live);
        assertThat(load.end().lost()).isZero();
    }

    private static boolean bakedFor(DeployStage stage, Duration time) {
        List<Event.Probed> baking = stage.events().stream()
                .filter(Event.Probed.class::isInstance)
                .map(Event.Probed.class::cast)
                .filter(probed -> probed.phase() == Phase.BAKE)
                .toList();
        return !baking.isEmpty() && baking.get(baking.size() - 1).sinceStart().compareTo(time) >= 0;
    }

    @Test
    void aVersionThatListensElsewhereIsComeToAndGoneBackFromLikeAnyOther() throws Exception {
        Edge edge = DeployStage.edgeFor(sandbox, app);
        DeployStage stage = DeployStage.behindNginx(sandbox, edge, app);
        AppVersion elsewhere = V2.listeningAt(4000);
        assertThat(stage.deploy(V1).failure()).isEmpty();
        sandbox.awaitStatus(200, edge.uri("/"));
        Load load = Load.on(edge.uri("/"), 50, SLOW);

        assertThat(stage.baking(Duration.ofSeconds(5))
                        .deploy(elsewhere.unhealthyAfter(Duration.ofSeconds(2)))
                        .outcome())
                .isEqualTo(Report.Outcome.UNDONE);
        assertThat(version(edge.uri("/"))).isEqualTo("v1");
        stage.baking(Duration.ZERO);
        assertThat(stage.deploy(elsewhere).failure()).isEmpty();
        assertThat(version(edge.uri("/"))).isEqualTo("v2");
        assertThat(stage.rollback(Optional.empty()).failure()).isEmpty();
        assertThat(version(edge.uri("/"))).isEqualTo("v1");
        assertThat(stage.rollback(Optional.of("v2")).failure()).isEmpty();
        assertThat(version(edge.uri("/"))).isEqualTo("v2");

        Reading seen = load.end();
        assertThat(seen.faults()).isEmpty();
        assertThat(seen.lost()).isZero();
    }

    private static PublishedPort port(int port, boolean acceptGap) {
        return new PublishedPort(port, Optional.of(Images.HAPROXY), acceptGap);
    }

    private static URI published(int port) {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    private String version(URI users) throws IOException, InterruptedException {
        return sandbox.get(users).header("X-Version").orElseThrow();
    }

    private void deploysAndRollsBack(Routing routing, URI users) throws Exception {
        DeployStage stage =
                new DeployStage(sandbox, app, routing).metered(users).baking(Duration.ofSeconds(1));
        assertThat(stage.deploy(V1).failure()).isEmpty();
        sandbox.awaitStatus(200, users);
        Load load = Load.on(users, 50, SLOW);

        assertSwitched(stage.deploy(V2), "v1", "v2");
        assertThat(version(users)).isEqualTo("v2");
        assertThat(seenByNeighbour()).contains("\"version\":\"v2\"");
        assertSwitched(stage.rollback(Optional.of("v1")), "v2", "v1");
        assertThat(version(users)).isEqualTo("v1");
        assertThat(seenByNeighbour()).contains("\"version\":\"v1\"");

        Reading seen = load.end();
        assertThat(seen.faults()).isEmpty();
        assertThat(seen.lost()).isZero();
        assertThat(seen.requests()).isGreaterThan(200);
    }

    /** What the app's plain name leads to on the network, whatever the router. */
    private String seenByNeighbour() throws InterruptedException {
        String url = "http://" + app + ":" + AppVersion.PORT + "/";
        return sandbox.docker()
                .call("run", "--rm", "--network", sandbox.network(), Images.BUSYBOX, "wget", "-qO-", url);
    }

    private static void assertSwitched(Report report, String from, String to) {
        assertThat(report.failure()).isEmpty();
        Reading reading = report.meter().orElseThrow();
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.lost()).isZero();
        assertThat(reading.requests()).isGreaterThan(20);
        assertThat(reading.before().requests()).isPositive();
        assertThat(reading.during().requests()).isPositive();
        assertThat(reading.versions()).extracting(Reading.Answered::version).containsExactly(from, to);
    }
}
