package io.jenkins.plugins.bluegreen.jenkins.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.jenkins.real.Visitor.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deploys that run on an agent, in a real Jenkins. */
class AgentIT {
    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    private static Controller controller;
    private static Visitor admin;

    private Agent agent;

    @BeforeAll
    static void boot() throws IOException, InterruptedException {
        controller = Controller.shared();
        admin = controller.as("admin");
    }

    @AfterEach
    void stopTheAgent() {
        if (agent != null) {
            agent.stop();
        }
    }

    @Test
    void anAgentDeploysAndSwapsTheNamesWithoutStartingTheClientForIt() throws Exception {
        Path log = controller.home().resolve("docker-calls");
        String path = loggingDocker(log) + ":" + System.getenv("PATH");
        agent = Agent.connect(controller, path);
        deploy("agent-first");
        Container first = sandbox.container(app());
        Files.writeString(log, "");
        Build build = admin.pipeline(
                        "agent-second", "node('far') { blueGreenDeploy %s, env: 'orders-env' }".formatted(fields()))
                .run();
        assertThat(build.result()).as(build.log()).isEqualTo("SUCCESS");
        Container second = sandbox.container(app());
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(Files.readString(log))
                .contains("context inspect")
                .doesNotContain("s3cret-of-orders")
                .doesNotContain("rename " + first.id() + " " + app() + "-draining")
                .doesNotContain("rename " + second.id() + " " + app() + "\n");
        assertThat(sandbox.docker().logs(second.id(), 50)).contains("s3cret-of-orders");
    }

    @Test
    void anAgentThatGoesAwayLeavesTheOldVersionServingAndTheNextBuildPutsThingsRight() throws Exception {
        agent = Agent.connect(controller);
        deploy("agent-before");
        Container old = sandbox.container(app());
        Build build = admin.pipeline(
                        "agent-dies",
                        "node('far') { blueGreenDeploy %s, health: '/slow?ms=60000' }".formatted(fields()))
                .start()
                .awaitLog("not yet");
        agent.die(controller);
        build.await();
        assertThat(build.result()).as(build.log()).isEqualTo("FAILURE");
        assertThat(build.log())
                .contains("The agent on which this build runs is gone")
                .doesNotContain("on the PATH");
        assertThat(sandbox.container(app()).id()).isEqualTo(old.id());
        sandbox.awaitStatus(200, sandbox.uri(app(), AppVersion.PORT, "/"));
        agent = Agent.connect(controller);
        deploy("agent-after");
        assertThat(sandbox.container(app()).id()).isNotEqualTo(old.id());
        assertThat(sandbox.containers()).noneMatch(name -> name.endsWith("-candidate") || name.endsWith("-lock"));
    }

    private void deploy(String job) throws Exception {
        Build build = admin.pipeline(job, "node('far') { blueGreenDeploy %s }".formatted(fields()))
                .run();
        assertThat(build.result()).as(build.log()).isEqualTo("SUCCESS");
        sandbox.awaitStatus(200, sandbox.uri(app(), AppVersion.PORT, "/health"));
    }

    /** A folder with a {@code docker} that writes down what it is asked, and asks the real one. */
    private static Path loggingDocker(Path log) throws IOException {
        Path folder = Files.createDirectories(controller.home().resolve("logging-docker"));
        Path script = folder.resolve("docker");
        String text = """
                #!/bin/sh
                echo "$@" >> '%s'
                PATH=${PATH#*:} exec docker "$@"
                """.formatted(log);
        Files.writeString(script, text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    private String app() {
        return sandbox.name("orders");
    }

    private String fields() {
        return "app: '%s', image: '%s', port: %d, network: '%s', router: dnsRouter(cache: '1s')"
                .formatted(app(), Images.ORDERS, AppVersion.PORT, sandbox.network());
    }
}
