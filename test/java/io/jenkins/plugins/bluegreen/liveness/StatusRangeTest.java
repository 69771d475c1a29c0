package io.jenkins.plugins.bluegreen.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusRangeTest {
    @ParameterizedTest
    @CsvSource({
        "200, 200, 199, 201",
        "200-299, 299, 300, 199",
        "'200,204', 204, 201, 203",
        "'200-299, 401', 401, 400, 402",
        "999, 999, 998, 100"
    })
    void acceptsTheStatusesItNamesAndNoOthers(String text, int in, int below, int above) {
        StatusRange range = StatusRange.parse(text);

        assertThat(range.includes(in)).isTrue();
        assertThat(range.includes(below)).isFalse();
        assertThat(range.includes(above)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "2xx", "299-200", "200-", "-200", "99", "1000", "200,,204", "200;204", "٢٠٠", "0200"})
    void refusesWhatIsNoStatusWithASentence(String text) {
        assertThatThrownBy(() -> StatusRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(".");
    }

    @Property(tries = 500)
    void anyTextIsReadOrRefused(@ForAll String text) {
        try {
            StatusRange range = StatusRange.parse(text);
            assertThat(IntStream.range(0, 1000).anyMatch(range::includes)).isTrue();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("tatuses").isExactlyInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void showsItselfAsItIsWritten() {
        assertThat(StatusRange.parse("200-299,401")).hasToString("200-299,401");
        assertThat(StatusRange.parse("200-299,401")).isEqualTo(StatusRange.parse("200-299, 401"));
    }
}
