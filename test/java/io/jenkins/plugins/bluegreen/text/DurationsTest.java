package io.jenkins.plugins.bluegreen.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"1m30s,90000", "500ms,500", "12s,12000", "1.5s,1500", "0,0", "0s,0", "1h1m1s1ms,3661001", "2000us,2"})
    void aDurationIsReadAsComposeWritesIt(String text, long millis) {
        assertThat(Durations.parse(text)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "-1s", "1 s", "1d", "s", "1s1", "999999999h", "1.s", "１s"})
    void anythingElseIsNone(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0ms", "999,999ms", "1000,1s", "4260,4.2s", "59999,59.9s", "60000,1m", "90000,1m30s", "3660000,1h1m"})
    void aDurationIsShownShort(long millis, String shown) {
        assertThat(Durations.show(Duration.ofMillis(millis))).isEqualTo(shown);
    }
}
