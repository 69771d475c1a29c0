package io.jenkins.plugins.bluegreen.jenkins.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.jenkins.real.Visitor.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The shared library in a real Jenkins, loaded from a Git repository. */
class LibraryIT {
    @RegisterExtension
    static final SharedJenkins JENKINS = new SharedJenkins();

    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    @Test
    void theExamplesOwnJenkinsfileTestsDeploysAndTells() throws Exception {
        Build build = JENKINS.admin()
                .pipelineFrom(example(), "library-example", Map.of())
                .run();
        assertThat(build.result()).as(build.log()).isEqualTo("SUCCESS");
        assertThat(build.log())
                .contains("(Checkout)", "(Test)", "(Deploy)", "(Report)", "(Notify)")
                .containsPattern(app() + " 1-[0-9a-f]{7} is live")
                .contains(app() + ": SUCCESS");
        assertThat(answeredBy()).isEqualTo("1"); // the example's own VERSION
        assertThat(build.description()).containsPattern(app() + " 1-[0-9a-f]{7} is live");
        assertThat(JENKINS.admin().get("job/library-example/deployments/").body())
                .containsPattern("title=\"([0-9a-f]{7})[0-9a-f]{33}\"[^>]*><code>\\1</code>");
    }

    @Test
    void aDeployThatFailsIsToldAndFailsTheBuild() throws Exception {
        Build build = JENKINS.admin()
                .pipeline("library-fails", """
                @Library('blue-green') _
                deployPipeline(app: '%s', image: '%s', network: '%s', port: 3000, source: false,
                    environment: 'TROUBLE=exit', notify: { outcome -> echo "told: ${outcome.result}, ${outcome.error}" })
                """.formatted(app(), Images.ORDERS, sandbox.network()))
                .run();
        assertThat(build.result()).as(build.log()).isEqualTo("FAILURE");
        assertThat(build.log()).contains("told: FAILURE, ").contains("exit code 1");
        assertThat(JENKINS.admin().get("job/library-fails/deployments/").body()).contains(app(), "refused");
        assertThat(sandbox.containers()).isEmpty();
    }

    @Test
    void thisProjectsOwnJenkinsfileTestsItAndDeploysTheExample() throws Exception {
        Map<String, String> parameters = Map.of("FAST", "true", "APP", app(), "NETWORK", sandbox.network());
        Build build = JENKINS.admin()
                .pipelineFrom(JENKINS.controller().project(), "library-project", parameters)
                .run();
        assertThat(build.result()).as(build.log()).isEqualTo("SUCCESS");
        assertThat(build.log()).contains("Tests run: ").containsPattern(app() + " 1-[0-9a-f]{7} is live");
        assertThat(answeredBy()).isEqualTo("1");
    }

    /** A repository of the example's, whose Jenkinsfile names an app of this test's and its network. */
    private Path example() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(JENKINS.controller().home().resolve(app()));
        for (String file : List.of("orders/Dockerfile", "orders/Orders.java", "Jenkinsfile")) {
            Path given = Images.projectFolder().resolve("examples").resolve(file);
            String ours = "app: '%s', network: '%s'".formatted(app(), sandbox.network());
            Files.writeString(
                    folder.resolve(given.getFileName()), Files.readString(given).replace("app: 'orders'", ours));
        }
        Path bare = JENKINS.controller().home().resolve(app() + ".git");
        Repository.of(folder, bare);
        return bare;
    }

    private String answeredBy() throws IOException, InterruptedException {
        return sandbox.get(sandbox.uri(app(), AppVersion.PORT, "/"))
                .header("X-Version")
                .orElse("");
    }

    private String app() {
        return sandbox.name("orders");
    }
}
