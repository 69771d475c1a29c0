package io.jenkins.plugins.bluegreen.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.docker.Docker;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HaproxyRouterTest {
    private static final String NONE = "Error: No such object";

    private final ScriptedHost host = new ScriptedHost();
    private final Router router =
            new PublishedPort(8080, Optional.of("front:1"), false).open(new Docker(host), "orders");

    @Test
    void aLookPullsNoImageAndADeploymentDoes() throws InterruptedException {
        host.fails(NONE).fails(NONE).prints("");
        router.preflight("skycloud");
        host.fails(NONE).fails(NONE);
        assertThat(router.missing()).contains("the image 'front:1'");
        assertThat(host.commands).noneMatch(argv -> argv.contains("pull"));

        host.fails(NONE).fails(NONE).prints("");
        router.fetch();
        assertThat(host.commands.get(host.commands.size() - 1)).contains("pull", "front:1");
    }
}
