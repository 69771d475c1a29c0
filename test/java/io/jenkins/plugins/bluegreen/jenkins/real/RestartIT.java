package io.jenkins.plugins.bluegreen.jenkins.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.Await;
import io.jenkins.plugins.bluegreen.fixture.DeployStage;
import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.jenkins.real.Visitor.Build;
import io.jenkins.plugins.bluegreen.traffic.DockerDns;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A controller that is killed while deploys are under way, each of another app and in another phase: one crash for all,
 * since starting a Jenkins takes its time. The tests look at what became of each.
 */
class RestartIT {
    @RegisterExtension
    static final Sandbox SANDBOX = new Sandbox();

    private static final String RESTARTED = "Jenkins was restarted while this deploy was under way";
    private static final List<String> APPS = List.of("waiting", "queue", "agent", "stopping", "baking", "back");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static Agent agent;
    private static Build waiting;
    private static Build holding;
    private static Build queued;
    private static Build onAgent;
    private static Build stopping;
    private static Build baking;
    private static Build returning;
    private static Container oldOfBaking;

    @BeforeAll
    static void crashInTheMiddle() throws Exception {
        Controller controller = Controller.shared();
        agent = Agent.connect(controller);
        Visitor admin = controller.as("admin");
        for (String app : APPS) {
            deployOld(app);
        }
        Path go = Files.createDirectory(controller.home().resolve("restart"));
        String onceToldTo = "check: execHealth(command: 'test -f /go/now', interval: '500ms', deadline: '5m'),"
                + " container: [volumes: '" + go + ":/go:ro']";
        waiting = admin.pipeline("restart-waiting", deploy("", "waiting", onceToldTo))
                .start();
        Visitor.Job queue = admin.pipeline("restart-queue", deploy("", "queue", onceToldTo));
        holding = queue.start().awaitLog("not yet");
        queued = queue.start();
        onAgent = admin.pipeline("restart-agent", deploy("'far'", "agent", onceToldTo))
                .start();
        waiting.awaitLog("not yet");
        queued.awaitLog("waiting for restart-queue #1");
        onAgent.awaitLog("not yet");
        String slowly = "drainLimit: '500ms', container: [stopGrace: '2m']";
        Visitor.Job twice = admin.pipeline("restart-twice", deploy("", "back", slowly));
        succeeds(twice.run(), "back", "1");
        succeeds(twice.run(), "back", "2");
        Container busyNew = busyOld("back");
        returning = admin.pipeline("restart-returning", "node { blueGreenRollback '" + app("back") + "' }")
                .start();
        Container busy = busyOld("stopping");
        stopping = admin.pipeline("restart-stopping", deploy("", "stopping", slowly))
                .start();
        awaitStopping("stopping-kept-old");
        awaitStopping("back-kept-2");
        oldOfBaking = SANDBOX.container(app("baking"));
        baking = admin.pipeline("restart-baking", deploy("", "baking", "bake: '8s'"))
                .start()
                .awaitLog("[blue-green] drain");
        controller.crash();
        for (String app : APPS) {
            assertThat(SANDBOX.get(users(app)).status()).as(app).isEqualTo(200);
        }
        SANDBOX.docker().call("kill", busy.id(), busyNew.id());
        Files.createFile(go.resolve("now"));
        controller.restart();
    }

    private static void awaitStopping(String container) throws Exception {
        Await.until(LIMIT, container + " is asked to stop", () -> SANDBOX.docker()
                .container(app(container))
                .filter(Container::running)
                .isPresent());
    }

    @AfterAll
    static void stopTheAgent() {
        if (agent != null) {
            agent.stop();
        }
    }

    @Test
    void whileTheNewVersionStartsTheDeployIsBegunAgain() throws Exception {
        succeeds(waiting, "waiting", "1");
        assertThat(waiting.log()).contains(RESTARTED).contains("the unfinished deployment was undone");
    }

    @Test
    void whileTheNewVersionBakesTheOldOneTakesOverAndTheDeployIsBegunAgain() throws Exception {
        succeeds(baking, "baking", "1");
        assertThat(baking.log()).contains(RESTARTED).contains("the unfinished deployment was undone");
        assertThat(SANDBOX.container(app("baking-kept-old")).id()).isEqualTo(oldOfBaking.id());
    }

    @Test
    void onceTheOldVersionIsBeingStoppedTheDeployIsFinishedAndNotBegunAgain() throws Exception {
        succeeds(stopping, "stopping", "1");
        String afterwards = stopping.log().split(RESTARTED, 2)[1];
        assertThat(afterwards)
                .contains("the unfinished deployment was finished")
                .doesNotContain("[blue-green] candidate");
        assertThat(stopping.log()).contains("got: DEPLOYED, live 1, before old");
    }

    @Test
    void aWayBackToTheVersionBeforeIsFinishedAndNotGoneASecondTime() throws Exception {
        succeeds(returning, "back", "1");
        assertThat(returning.log())
                .contains("Jenkins was restarted while this rollback was under way")
                .contains("the unfinished deployment was finished");
        assertThat(SANDBOX.containers()).contains(app("back-kept-2"), app("back-kept-old"));
    }

    @Test
    void whileItWaitsForAnotherBuildItStillDeploysAfterwardsAndIsNotOverwritten() throws Exception {
        succeeds(queued, "queue", "2");
        assertThat(queued.log()).contains(RESTARTED);
        holding.await();
        // Which of the two is first after the restart is chance; the newer one is live at the end in any case.
        if (holding.result().equals("FAILURE")) {
            assertThat(holding.log()).contains("a newer build of this job has deployed: restart-queue #2");
        } else {
            assertThat(holding.result()).as(holding.log()).isEqualTo("SUCCESS");
        }
        assertThat(SANDBOX.get(users("queue")).header("X-Version")).contains("2");
    }

    @Test
    void whileAnAgentDeploysItGoesOnWhenTheAgentIsBack() throws Exception {
        succeeds(onAgent, "agent", "1");
        assertThat(onAgent.log()).contains(RESTARTED).contains("the unfinished deployment was undone");
    }

    private static void succeeds(Build build, String app, String version) throws Exception {
        build.await();
        assertThat(build.result()).as(build.log()).isEqualTo("SUCCESS");
        SANDBOX.awaitStatus(200, users(app));
        assertThat(SANDBOX.get(users(app)).header("X-Version")).contains(version);
        assertThat(SANDBOX.containers())
                .doesNotContain(app(app + "-candidate"), app(app + "-draining"), app(app + "-lock"));
    }

    private static void deployOld(String app) throws InterruptedException {
        DeployStage stage = new DeployStage(SANDBOX, app(app), new DockerDns(Duration.ofSeconds(1)));
        assertThat(stage.deploy(AppVersion.of("old")).outcome()).isEqualTo(Report.Outcome.DEPLOYED);
    }

    /** An app's old version, with a request that it still answers when it is asked to stop. */
    @SuppressWarnings("FutureReturnValueIgnored") // it is cut off, and nobody waits for its answer
    private static Container busyOld(String app) throws InterruptedException {
        URI slow = users(app).resolve("/slow?ms=99000");
        HttpClient.newHttpClient()
                .sendAsync(HttpRequest.newBuilder(slow).build(), HttpResponse.BodyHandlers.discarding());
        return SANDBOX.container(app(app));
    }

    /** A pipeline whose app calls itself what the build is called. */
    private static String deploy(String node, String app, String more) {
        return """
                node(%s) {
                  def report = blueGreenDeploy app: '%s', image: '%s', port: %d, network: '%s',
                      router: dnsRouter(cache: '1s'), environment: 'VERSION=$BUILD_NUMBER', %s
                  echo "got: ${report.outcome}, live ${report.liveVersion}, before ${report.previousVersion}"
                }
                """.formatted(node, app(app), Images.ORDERS, AppVersion.PORT, SANDBOX.network(), more);
    }

    private static URI users(String app) throws InterruptedException {
        return SANDBOX.uri(app(app), AppVersion.PORT, "/");
    }

    private static String app(String name) {
        return SANDBOX.name(name);
    }
}
