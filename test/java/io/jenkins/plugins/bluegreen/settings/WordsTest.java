package io.jenkins.plugins.bluegreen.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void aLineIsSplitAsAShellWouldWithoutExpandingAnything() {
        assertThat(Words.split("a  'b c' \"d \\\" e\" f\\ g '' $(id) x'y'z").orElseThrow())
                .containsExactly("a", "b c", "d \" e", "f g", "", "$(id)", "xyz");
    }

    @Test
    void anOpenQuoteOrALastBackslashIsNoLine() {
        assertThat(Words.split("a 'b")).isEmpty();
        assertThat(Words.split("a \"b")).isEmpty();
        assertThat(Words.split("a\\")).isEmpty();
    }
}
