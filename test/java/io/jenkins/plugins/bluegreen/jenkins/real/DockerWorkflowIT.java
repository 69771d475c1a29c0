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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deploys inside the steps of the plugin Docker Pipeline, which choose the engine or wrap every command. */
class DockerWorkflowIT {
    private static final Path SOCKET = Path.of("/var/run/docker.sock");
    private static final String ENGINE_ELSEWHERE = "unix:///nowhere/docker.sock";

    @RegisterExtension
    static final SharedJenkins JENKINS = new SharedJenkins();

    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    @Test
    void theEngineIsTheOneThatWithDockerServerNames() throws Exception {
        String script = "node { withDockerServer([uri: '%s']) { blueGreenDeploy %s } }";
        Build elsewhere = JENKINS.admin()
                .pipeline("server-elsewhere", script.formatted(ENGINE_ELSEWHERE, fields()))
                .run();
        assertThat(elsewhere.result()).as(elsewhere.log()).isEqualTo("FAILURE");
        assertThat(elsewhere.log()).contains(ENGINE_ELSEWHERE);
        assertThat(sandbox.containers()).isEmpty();
        Build here = JENKINS.admin()
                .pipeline("server", script.formatted("unix://" + SOCKET, fields()))
                .run();
        assertThat(here.result()).as(here.log()).isEqualTo("SUCCESS");
        assertServes("1");
    }

    @Test
    void commandsThatRunInAContainerOfTheirOwnDeployWithTheSecretsOfCredentials() throws Exception {
        Visitor.Job job =
                JENKINS.admin().pipeline("inside", """
                node { docker.image('%s').inside('%s') { blueGreenDeploy %s, env: 'orders-env' } }
                """.formatted(Images.BUSYBOX, clientFromThisMachine(), fields()));
        Build first = job.run();
        assertThat(first.result()).as(first.log()).isEqualTo("SUCCESS");
        Container old = sandbox.container(app());
        Build second = job.run();
        assertThat(second.result()).as(second.log()).isEqualTo("SUCCESS");
        assertThat(sandbox.container(app()).id()).isNotEqualTo(old.id());
        assertServes("2");
        assertThat(sandbox.docker().logs(sandbox.container(app()).id(), 50))
                .contains("s3cret-of-orders $HOME $$ \"x\"");
        assertThat(second.log()).contains("$ docker run -t -d").doesNotContain("s3cret-of-orders");
        assertThat(filesBeside("inside")).noneMatch(name -> name.contains("blue-green-deploy"));
    }

    /** What a container needs so that this machine's Docker client runs in it, and reaches this machine's engine. */
    private static String clientFromThisMachine() throws IOException {
        String mounts = Stream.of("/usr", "/lib", "/lib64")
                .filter(folder -> Files.isDirectory(Path.of(folder)))
                .map(folder -> "-v " + folder + ":" + folder + ":ro")
                .collect(Collectors.joining(" "));
        Object group = Files.getAttribute(SOCKET, "unix:gid");
        return mounts + " -v " + SOCKET + ":" + SOCKET + " --group-add " + group;
    }

    private void assertServes(String version) throws Exception {
        assertThat(sandbox.get(sandbox.uri(app(), AppVersion.PORT, "/")).header("X-Version"))
                .contains(version);
    }

    private static List<String> filesBeside(String job) throws IOException {
        try (Stream<Path> files = Files.walk(JENKINS.controller().home().resolve("workspace/" + job + "@tmp"))) {
            return files.map(Path::toString).toList();
        }
    }

    private String app() {
        return sandbox.name("orders");
    }

    private String fields() {
        return ("app: '%s', image: '%s', port: %d, network: '%s', router: dnsRouter(cache: '1s'),"
                        + " environment: 'VERSION=$BUILD_NUMBER'")
                .formatted(app(), Images.ORDERS, AppVersion.PORT, sandbox.network());
    }
}
