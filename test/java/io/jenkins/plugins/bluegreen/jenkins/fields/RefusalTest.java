package io.jenkins.plugins.bluegreen.jenkins.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.bluegreen.settings.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
    @ParameterizedTest
    @CsvSource({
        "BAKE, soon, '''soon'' is no duration.'",
        "PORT, 0, 'This must be a whole number from 1 to 65535, but ''0'' was given.'",
        "NETWORK, -x, 'A network''s name'",
    })
    void theSentenceBeginsWithWhatItIsAbout(Key key, String value, String sentence) {
        assertThat(Refusal.of(key, value).orElseThrow().sentence()).startsWith(sentence);
    }

    @Test
    void ofSeveralLinesTheOneThatIsRefusedIsShownWithoutWhatMayBeSecret() {
        Refusal refusal = Refusal.of(Key.ENVIRONMENT, "GOOD=1\nA B=secret\n").orElseThrow();
        assertThat(refusal.shown()).isEqualTo("A B=…");
        assertThat(refusal.sentence()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({"PORT, 8080", "PORT, $PORT", "ENVIRONMENT, 'A B=$X'", "BAKE, ''", "BAKE, "})
    void whatIsFineOrCannotBeJudgedIsNotRefused(Key key, String value) {
        assertThat(Refusal.of(key, value)).isEmpty();
        assertThatCode(() -> Refusal.check(key, value)).doesNotThrowAnyException();
    }

    @Test
    void aValueThatCodeSetsIsRefusedWithTheFormsSentence() {
        String sentence = Refusal.of(Key.NPM_URL, "ftp://x").orElseThrow().sentence();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Refusal.check(Key.NPM_URL, "ftp://x"))
                .withMessage(sentence);
    }
}
