package io.jenkins.plugins.bluegreen.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopGraceTest {
    @ParameterizedTest(name = "{0} ms are {1} s")
    @CsvSource({"0,0", "1,1", "999,1", "1000,1", "1001,2", "30000,30"})
    void isNeverShorterThanAskedFor(long millis, long seconds) {
        assertThat(Docker.wholeSeconds(Duration.ofMillis(millis))).isEqualTo(seconds);
    }
}
