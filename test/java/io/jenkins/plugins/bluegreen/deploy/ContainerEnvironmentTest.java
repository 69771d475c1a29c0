package io.jenkins.plugins.bluegreen.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.bluegreen.host.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerEnvironmentTest {
    @Test
    void valuesOfOneLineGoThroughStandardInput() {
        ContainerEnvironment environment = ContainerEnvironment.of(Map.of("TOKEN", Secret.of("a=b # 'c' $d")));

        assertThat(environment.input()).isEqualTo("TOKEN=a=b # 'c' $d\n");
        assertThat(environment.arguments()).containsExactly("--env-file=/dev/stdin");
        assertThat(environment.environment()).isEmpty();
    }

    @Test
    void valuesOfSeveralLinesGoThroughTheClientsEnvironmentByName() {
        ContainerEnvironment environment = ContainerEnvironment.of(Map.of("KEY", Secret.of("one\ntwo")));

        assertThat(environment.arguments()).containsExactly("--env=KEY");
        assertThat(environment.environment()).containsEntry("KEY", "one\ntwo");
        assertThat(environment.input()).isEmpty();
    }

    @Test
    void alsoLinesOfMoreBytesThanDockersReaderTakes() {
        ContainerEnvironment environment = ContainerEnvironment.of(Map.of("EUROS", Secret.of("€".repeat(30_000))));

        assertThat(environment.arguments()).containsExactly("--env=EUROS");
    }

    @Test
    void aValueOfSeveralLinesMayNotSteerTheDockerClient() {
        assertThatThrownBy(() -> ContainerEnvironment.of(Map.of("DOCKER_HOST", Secret.of("tcp://elsewhere\n"))))
                .isInstanceOf(InvalidDeploymentException.class)
                .hasMessageContaining("DOCKER_HOST")
                .hasMessageNotContaining("elsewhere");
    }

    @Test
    void anAppMayHaveVariablesThatWouldSteerTheDockerClientAsLongAsTheyAreOneLine() {
        ContainerEnvironment environment = ContainerEnvironment.of(Map.of("DOCKER_HOST", Secret.of("tcp://elsewhere")));

        assertThat(environment.environment()).isEmpty();
    }
}
