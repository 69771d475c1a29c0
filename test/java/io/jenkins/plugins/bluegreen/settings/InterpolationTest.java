package io.jenkins.plugins.bluegreen.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpolationTest {
    private final Interpolation interpolation = new Interpolation(Map.of("A", "$x", "EMPTY", ""));

    @ParameterizedTest
    @CsvSource({
        "$A,$x",
        "${A},$x",
        "<${A}>,<$x>",
        "$$A,$A",
        "${B:-d},d",
        "${B-d},d",
        "${EMPTY:-d},d",
        "${EMPTY-d},''",
        "${A:-d},$x",
        "${A:+y},y",
        "${B:+y},''",
        "${A:?no},$x"
    })
    void variablesAreReplacedAsComposeDoes(String text, String expected) {
        assertThat(interpolation.apply(text, "here")).isEqualTo(expected);
    }

    @Test
    void aVariableInsideADefaultIsRefusedRatherThanMisread() {
        assertThatThrownBy(() -> interpolation.apply("${URL:-http://${HOST:-db}:80}", "here"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("URL")
                .hasMessageContaining("env file");
    }
}
