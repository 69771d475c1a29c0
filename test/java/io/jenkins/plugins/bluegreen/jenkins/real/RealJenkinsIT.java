package io.jenkins.plugins.bluegreen.jenkins.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.jenkins.real.Visitor.Build;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Our plugin in a real Jenkins, driven over HTTP. Where no Jenkins is given it says so, and tests nothing. */
class RealJenkinsIT {
    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    private static Controller controller;
    private static Visitor admin;

    @BeforeAll
    static void boot() throws IOException, InterruptedException {
        Optional<JenkinsFiles> files = JenkinsFiles.given();
        if (files.isEmpty()) {
            System.out.println(JenkinsFiles.HOW);
            Assumptions.abort(JenkinsFiles.HOW);
        }
        controller = Controller.start(files.get());
        admin = controller.as("admin");
    }

    @AfterAll
    static void shutDown() {
        if (controller != null) {
            controller.close();
        }
    }

    @Test
    void aSandboxedPipelineDeploysAndGetsTheReport() throws Exception {
        Build build = admin.pipeline("scripted", """
                node {
                  def report = blueGreenDeploy %s, env: 'orders-env'
                  echo "live ${report.liveVersion}, was ${report.previousVersion}, ${report.outcome}, lost ${report.lostRequests}"
                }
                """.formatted(fields())).run();
        assertThat(build.log()).contains("live 1, was null, DEPLOYED, lost 0");
        assertThat(build.result()).isEqualTo("SUCCESS");
        assertThat(sandbox.get(sandbox.uri(app(), AppVersion.PORT, "/health")).status())
                .isEqualTo(200);
    }

    @Test
    void theEnvironmentArrivesAsItIsAndIsNowhereInTheBuild() throws Exception {
        Build build = admin.pipeline("secret", "node { blueGreenDeploy %s, env: 'orders-env' }".formatted(fields()))
                .run();
        assertThat(build.result()).as(build.log()).isEqualTo("SUCCESS");
        assertThat(sandbox.docker().logs(sandbox.container(app()).id(), 50))
                .contains("s3cret-of-orders $HOME $$ \"x\"");
        assertThat(build.log()).doesNotContain("s3cret-of-orders");
        assertThat(filesWith("s3cret-of-orders", controller.home().resolve("jobs/secret")))
                .isEmpty();
    }

    @Test
    void credentialsThatAreMissingOrOfAnotherTypeFailAtOnce() throws Exception {
        String script = "node { blueGreenDeploy %s, env: '%s' }";
        Build missing =
                admin.pipeline("missing", script.formatted(fields(), "nowhere")).run();
        assertThat(missing.result()).isEqualTo("FAILURE");
        assertThat(missing.log()).contains("no credentials 'nowhere'").contains("secret file or a secret text");
        Build wrong = admin.pipeline("wrong", script.formatted(fields(), "some-login"))
                .run();
        assertThat(wrong.result()).isEqualTo("FAILURE");
        assertThat(wrong.log()).contains("'some-login' are of the wrong type").doesNotContain("something");
        assertThat(sandbox.containers()).isEmpty();
    }

    @Test
    void anAbortEndsAbortedWithTheOldVersionServing() throws Exception {
        Container old = deployed("before-abort");
        Build build = admin.pipeline(
                        "abort", "node { blueGreenDeploy %s, health: '/slow?ms=60000' }".formatted(fields()))
                .start()
                .awaitLog("not yet")
                .abort()
                .await();
        assertThat(build.result()).as(build.log()).isEqualTo("ABORTED");
        assertThat(sandbox.container(app()).id()).isEqualTo(old.id());
        assertThat(sandbox.containers()).containsExactly(app());
    }

    @Test
    void aControllerThatIsKilledGoesOnWithTheDeployWhenItIsBack() throws Exception {
        Container old = deployed("before-crash");
        Build build = admin.pipeline("crash", "node { blueGreenDeploy %s }".formatted(fields()))
                .start()
                .awaitLog("[blue-green] candidate");
        controller.crashAndRestart();
        build.await();
        assertThat(build.result()).as(build.log()).isEqualTo("SUCCESS");
        assertThat(build.log()).contains("Jenkins was restarted while this deploy was under way");
        assertThat(sandbox.container(app()).id()).isNotEqualTo(old.id());
        assertThat(sandbox.container(app()).running()).isTrue();
    }

    @Test
    void configurationAsCodeSetsTheDefaults() throws Exception {
        Build build = admin.pipeline(
                        "casc", "node { blueGreenDeploy app: '%s', image: '%s' }".formatted(app(), Images.ORDERS))
                .run();
        assertThat(build.result()).isEqualTo("FAILURE");
        assertThat(build.log()).contains("set-by-casc");
    }

    private Container deployed(String job) throws Exception {
        Build build = admin.pipeline(job, "node { blueGreenDeploy %s }".formatted(fields()))
                .run();
        assertThat(build.result()).as(build.log()).isEqualTo("SUCCESS");
        sandbox.awaitStatus(200, sandbox.uri(app(), AppVersion.PORT, "/health"));
        return sandbox.container(app());
    }

    private String app() {
        return sandbox.name("orders");
    }

    private String fields() {
        return "app: '%s', image: '%s', port: %d, network: '%s'"
                .formatted(app(), Images.ORDERS, AppVersion.PORT, sandbox.network());
    }

    private static List<Path> filesWith(String text, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, text))
                    .toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
