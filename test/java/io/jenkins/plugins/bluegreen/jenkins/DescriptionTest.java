package io.jenkins.plugins.bluegreen.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.AbortException;
import io.jenkins.plugins.bluegreen.deploy.Deployment;
import io.jenkins.plugins.bluegreen.deploy.Source;
import io.jenkins.plugins.bluegreen.host.Secret;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DescriptionTest {
    private static final BuildName BUILD = new BuildName("shop/orders #7", 7, Optional.of("1a2b3c4d5e6f"));
    private final BlueGreenDeployStep step = new BlueGreenDeployStep("orders");

    @Test
    void anAppsNameIsEnough() throws AbortException {
        Deployment deployment = describe();
        assertThat(deployment.app()).isEqualTo("orders");
        assertThat(deployment.version()).isEqualTo("7-1a2b3c4");
        assertThat(deployment.network()).isEqualTo("house");
        assertThat(deployment.keep()).isEqualTo(5);
        assertThat(deployment.port()).isEqualTo(80);
        assertThat(deployment.by()).isEqualTo("shop/orders #7");
        assertThat(deployment.source()).isEqualTo(new Source.Build("/ws", "Dockerfile", Optional.empty(), Map.of()));
    }

    @Test
    void buildVariablesAreExpandedInEveryText() throws AbortException {
        step.setVersion("$X");
        step.setImage("$X");
        step.setNetwork("$X");
        step.setHealth("/$X");
        Deployment deployment = describe();
        assertThat(deployment.version()).isEqualTo("expanded");
        assertThat(deployment.network()).isEqualTo("expanded");
        assertThat(deployment.source()).isEqualTo(new Source.Ready("expanded"));
        assertThat(deployment.liveness().check().describe()).startsWith("GET /expanded");
    }

    @Test
    void aFieldThatWasLeftEmptyIsOneThatWasNotGiven() throws AbortException {
        step.setNetwork(" ");
        step.setImage("");
        step.setEnv("");
        assertThat(step.getNetwork()).isNull();
        assertThat(step.getEnv()).isNull();
        assertThat(describe().network()).isEqualTo("house");
    }

    @Test
    void aContextOutsideTheWorkspaceIsRefusedWithASentence() {
        step.setContext("../other");
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(this::describe)
                .withMessageContaining("'../other'");
    }

    @Test
    void whatTheEngineRefusesIsSaidWithoutAStackTrace() {
        step.setHealth("health");
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(this::describe)
                .withMessageContaining("starts with a slash");
    }

    private Deployment describe() throws AbortException {
        return new Description(step, text -> text.replace("$X", "expanded"), new DefaultValues("house", 5))
                .deployment(BUILD, "/ws", Map.of("TOKEN", Secret.of("t")));
    }
}
