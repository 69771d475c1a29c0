package io.jenkins.plugins.bluegreen.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumeralsTest {
    private static final Locale SPANISH = Locale.forLanguageTag("es");

    @Test
    void everyLanguageHasItsOwnSigns() {
        assertThat(Numerals.count(1447, SPANISH)).isEqualTo("1.447");
        assertThat(Numerals.count(1447, Locale.ENGLISH)).isEqualTo("1,447");
        assertThat(Numerals.seconds(1500, SPANISH)).isEqualTo("1,5 s");
        assertThat(Numerals.seconds(1500, Locale.ENGLISH)).isEqualTo("1.5 s");
        assertThat(Numerals.seconds(999, SPANISH)).isEqualTo("999 ms");
    }
}
