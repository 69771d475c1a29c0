package io.jenkins.plugins.bluegreen.jenkins;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.AbortException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StepArgumentsTest {
    private static final StepArguments DEPLOY = new StepArguments("blueGreenDeploy", BlueGreenDeployStep.class);

    @Test
    void whatAPipelineMaySayPasses() {
        assertThatCode(() -> DEPLOY.check(Map.of(
                        "app",
                        "orders",
                        "port",
                        3000,
                        "keep",
                        "2",
                        "allowOlder",
                        true,
                        "container",
                        Map.of("memory", "512m"),
                        "metering",
                        Map.of("url", "http://localhost/", "rate", 20),
                        "preSwitch",
                        Map.of(),
                        "router",
                        Map.of("$class", "NginxRouter", "container", "edge"))))
                .doesNotThrowAnyException();
    }

    /** So that the settings can say from where to where it may go. */
    @Test
    void aNumberOutOfItsRangeIsTheSettingsAffair() {
        assertThatCode(() -> DEPLOY.check(Map.of("app", "orders", "keep", "-1", "port", -80)))
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("container", List.of(), "The field 'container' must be options in brackets"),
                Arguments.of("metering", List.of(), "The field 'metering' must be options in brackets"),
                Arguments.of("preSwitch", "migrate", "The field 'preSwitch' must be options in brackets"),
                Arguments.of("router", "nginx", "The field 'router' must be a router"),
                Arguments.of("router", Map.of("container", "edge"), "The field 'router' must be a router"),
                Arguments.of("check", List.of(), "The field 'check' must be a check"),
                Arguments.of("port", "", "The field 'port' must be a whole number"),
                Arguments.of("keep", List.of(), "The field 'keep' must be a whole number"),
                Arguments.of("environment", List.of("A=1"), "The field 'environment' must be one text"),
                Arguments.of(
                        "prot", 80, "blueGreenDeploy has no option 'prot'. Did you mean 'port'? Those that it has: "),
                Arguments.of("container", Map.of("mem", "1g"), "'container' has no option 'mem'."),
                Arguments.of("metering", Map.of("rate", "fast"), "The field 'metering.rate' must be a whole number"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatJenkinsWouldThrowATraceForIsRefusedWithASentence(String name, Object value, String sentence) {
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> DEPLOY.check(Map.of("app", "orders", name, value)))
                .withMessageContaining(sentence);
    }

    @Test
    void aRollbackKnowsItsOwnOptions() {
        StepArguments rollback = new StepArguments("blueGreenRollback", BlueGreenRollbackStep.class);
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> rollback.check(Map.of("app", "orders", "bake", "1s")))
                .withMessageContaining("Those that it has: app, routerCredentials, version.");
    }
}
