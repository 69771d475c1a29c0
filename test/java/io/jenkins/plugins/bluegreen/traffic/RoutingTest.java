package io.jenkins.plugins.bluegreen.traffic;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "-rf", "two words", "$(id)", "a\nb", "a;b", "é"})
    void refusesWhatCantBeAContainersName(String name) {
        assertThatThrownBy(() -> new Nginx(name, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("can't be a container's name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "relative.conf", "/etc/my file", "/etc/$(id)", "/etc/a\nb", "/etc/", "/etc/a;b"})
    void refusesWhatCantBeNginxsFile(String file) {
        assertThatThrownBy(() -> new Nginx("edge", Optional.of(file)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give an absolute path");
    }

    @Test
    void refusesACacheThatHoldsForLessThanNothing() {
        assertThatThrownBy(() -> new DockerDns(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give 0 s or more");
    }
}
