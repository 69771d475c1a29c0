package io.jenkins.plugins.bluegreen.jenkins.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.DeployStage;
import io.jenkins.plugins.bluegreen.fixture.Edge;
import io.jenkins.plugins.bluegreen.fixture.FakeProxyManager;
import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.Load;
import io.jenkins.plugins.bluegreen.fixture.ProxyManagerNginx;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.jenkins.real.Visitor.Build;
import io.jenkins.plugins.bluegreen.meter.Reading;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Each router in a pipeline of a real Jenkins, with a pre-switch command, bake time and the meter, under load. */
class RoutersIT {
    private static final Duration SLOW = Duration.ofSeconds(2);

    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    private static Visitor admin;

    @BeforeAll
    static void boot() throws IOException, InterruptedException {
        admin = Controller.shared().as("admin");
    }

    @Test
    void nginx() throws Exception {
        Edge edge = DeployStage.edgeFor(sandbox, app());
        deploysAndRollsBack(
                "router-nginx",
                "nginxRouter('%s')".formatted(edge.container()),
                edge.uri("/"),
                "nginx '" + edge.container() + "'",
                "");
    }

    @Test
    void nginxProxyManager(@TempDir Path directory) throws Exception {
        ProxyManagerNginx nginx = ProxyManagerNginx.start(
                sandbox.docker(), Images.NGINX, sandbox.name("proxy"), sandbox.network(), directory);
        try (FakeProxyManager fake = FakeProxyManager.start(sandbox.docker(), nginx.container(), nginx.hosts())) {
            fake.addHost(List.of("orders.example.com", nginx.address()), app(), AppVersion.PORT);
            deploysAndRollsBack(
                    "router-npm",
                    "npmRouter(domain: 'orders.example.com', url: '%s', credentials: 'proxy-manager', container: '%s')"
                            .formatted(fake.api(), nginx.container()),
                    URI.create("http://" + nginx.address() + "/"),
                    "NGINX Proxy Manager's host 'orders.example.com'",
                    ", routerCredentials: 'proxy-manager'");
        }
    }

    @Test
    void aPublishedPort() throws Exception {
        int port = Sandbox.freePort();
        deploysAndRollsBack(
                "router-port",
                "portRouter(publish: %d, frontImage: '%s')".formatted(port, Images.HAPROXY),
                URI.create("http://127.0.0.1:" + port + "/"),
                "front '" + app() + "-front' on port " + port,
                "");
    }

    @Test
    void aPreSwitchCommandThatFailsLeavesTheOldVersionServing() throws Exception {
        Edge edge = DeployStage.edgeFor(sandbox, app());
        String router = "nginxRouter('%s')".formatted(edge.container());
        Visitor.Job job = admin.pipeline("pre-switch", """
                node {
                  def migration = env.BUILD_NUMBER == '1' ? 'sh -c "echo schema is at $BUILD_NUMBER"' : '"<b>"'
                  blueGreenDeploy %s, router: %s, preSwitch: [command: migration, oneOff: true]
                }
                """.formatted(fields(), router));
        Build first = job.run();
        assertThat(first.result()).as(first.log()).isEqualTo("SUCCESS");
        assertThat(first.log()).contains("'sh' succeeded in a container of its own: schema is at 1");
        Container old = sandbox.container(app());
        Build second = job.run();
        assertThat(second.result()).as(second.log()).isEqualTo("FAILURE");
        assertThat(second.log())
                .contains("[blue-green] pre-switch FAILED")
                .contains("expected exit code 0, saw 1")
                .contains("The pre-switch command '<b>' failed in a container of its own.")
                .contains("executable file not found")
                .contains("Live is version 1.");
        assertThat(admin.get("job/pre-switch/2/").body()).contains("&lt;b&gt;").doesNotContain("'<b>", ";<b>");
        assertThat(sandbox.container(app()).id()).isEqualTo(old.id());
        assertThat(sandbox.get(edge.uri("/")).header("X-Version")).contains("1");
    }

    private void deploysAndRollsBack(String name, String router, URI users, String said, String backFields)
            throws Exception {
        Visitor.Job job = admin.pipeline(name, """
                node {
                  def report = blueGreenDeploy %s, router: %s, bake: '1s',
                      preSwitch: [command: 'sh -c "echo migrated to $VERSION"'], metering: [url: '%s', rate: 20]
                  echo "asked ${report.requests > 20}, lost ${report.lostRequests}, was ${report.previousVersion}"
                }
                """.formatted(fields(), router, users));
        Build first = job.run();
        assertThat(first.result()).as(first.log()).isEqualTo("SUCCESS");
        sandbox.awaitStatus(200, users);
        Load load = Load.on(users, 50, SLOW);
        Build second = job.run();
        assertThat(second.result()).as(second.log()).isEqualTo("SUCCESS");
        assertThat(second.log())
                .contains("[blue-green] pre-switch 'sh' succeeded in the candidate: migrated to 2")
                .containsPattern("\\[blue-green] switch +.*\\Q" + said + "\\E.* sends to ")
                .containsPattern("\\[blue-green] verify +.*status 200 from 2")
                .contains("[blue-green] bake       stayed well for 1 s")
                .contains("asked true, lost 0, was 1")
                .doesNotContain(FakeProxyManager.SECRET);
        assertThat(answeredBy(users)).isEqualTo("2");
        Build back = admin.pipeline(
                        name + "-back", "node { blueGreenRollback app: '%s'%s }".formatted(app(), backFields))
                .run();
        assertThat(back.result()).as(back.log()).isEqualTo("SUCCESS");
        assertThat(answeredBy(users)).isEqualTo("1");
        Reading seen = load.end();
        assertThat(seen.faults()).isEmpty();
        assertThat(seen.lost()).isZero();
        assertThat(seen.requests()).isGreaterThan(200);
    }

    private String answeredBy(URI users) throws IOException, InterruptedException {
        return sandbox.get(users).header("X-Version").orElse("");
    }

    private String app() {
        return sandbox.name("orders");
    }

    /** The app calls itself what the build calls it. */
    private String fields() {
        return "app: '%s', image: '%s', port: %d, network: '%s', environment: 'VERSION=$BUILD_NUMBER'"
                .formatted(app(), Images.ORDERS, AppVersion.PORT, sandbox.network());
    }
}
