package io.jenkins.plugins.bluegreen.stack.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TarTest {
    @Test
    void whatIsWrittenCanBeRead() {
        Map<String, String> files =
                new TreeMap<>(Map.of("password", "a".repeat(512), "conf.d/10.conf", "x = y\n", "empty", ""));

        assertThat(Tar.read(Tar.write(files, 999)))
                .isEqualTo(Map.of("password", "a".repeat(512), "10.conf", "x = y\n", "empty", ""));
    }

    @Test
    void whatItCannotHoldIsRefused() {
        assertThatThrownBy(() -> Tar.write(Map.of("a", "ü"), 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tar.write(Map.of("a".repeat(101), ""), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
