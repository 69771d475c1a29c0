package io.jenkins.plugins.bluegreen.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Test
    void hidesEverySecretWhereverItStands() {
        assertThat(mask("hunter2", "tok-en").apply("hunter2: login hunter2 with tok-en, not hunter3"))
                .isEqualTo("****: login **** with ****, not hunter3");
    }

    @Test
    void leavesTextWithoutSecretsAsItIs() {
        assertThat(mask("hunter2").apply("all is well")).isEqualTo("all is well");
        assertThat(mask().apply("all is well")).isEqualTo("all is well");
    }

    @Test
    void leavesNothingOfALongerSecretThatHoldsAShorterOne() {
        assertThat(mask("pass", "password1", "word1234").apply("password1 pass password1234"))
                .isEqualTo("**** **** ****");
    }

    @Test
    void leavesNothingOfASecretThatOverlapsItself() {
        assertThat(mask("aba").apply("ababa!")).isEqualTo("****!");
    }

    @Test
    void valuesOfOneOrTwoCharactersAreNotMasked() {
        assertThat(mask("", "1", "ab", "abc").apply("1 ab abc")).isEqualTo("1 ab ****");
    }

    @Test
    void hidesEachLineOfASecretOfSeveralLinesButNotItsShortOnes() {
        assertThat(mask("-----BEGIN\nMIIEpQ\r\nend\n").apply("> MIIEpQ\n> -----BEGIN, the end"))
                .isEqualTo("> ****\n> ****, the end");
    }

    @Test
    void hidesASecretWhoseLastLineBreakWasLost() {
        assertThat(mask("abc\n").apply("password=abc;")).isEqualTo("password=****;");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "it's,'it'\\''s'",
                "it's,it'\"'\"'s",
                "it's,it\\'s",
                "a$b`c,\"a\\$b\\`c\"",
                "p@ss word,p%40ss+word",
                "p@ss word,p%40ss%20word",
                "a<b>&c,a\\u003cb\\u003e\\u0026c",
                "a/b\"c,a\\/b\\\"c"
            })
    void hidesWhatShellsAndProgramsMakeOfIt(String secret, String printed) {
        assertThat(mask(secret).apply(">" + printed + "<")).matches(">['\"]?\\*{4}['\"]?<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "hunter22", "hunter222", "pä$$wörd", "??>>~~"})
    void hidesItsBase64AloneAndInsideOfOthers(String secret) {
        Mask mask = mask(secret);
        assertThat(mask.apply(base64(secret))).matches("\\*{4}=*");
        assertThat(mask.apply(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(secret.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("****");
        assertThat(mask.apply(base64("user:" + secret + "\n"))).matches("[A-Za-z0-9+/]{6,8}\\*{4}[A-Za-z0-9+/]{1,3}=*");
        for (String user : List.of("a:", "ab:", "abc:")) {
            assertThat(mask.apply("Authorization: Basic " + base64(user + secret)))
                    .matches("Authorization: Basic [A-Za-z0-9+/]{2,6}\\*{4}=*");
        }
    }

    @Test
    void showsNoSecretItself() {
        assertThat(mask("hunter2")).asString().doesNotContain("hunter2");
    }

    @Property(tries = 2000)
    void noFormOfAnySecretIsLeftInAnyText(
            @ForAll("secrets") List<String> secrets, @ForAll("secrets") List<String> between)
            throws JsonProcessingException {
        StringBuilder text = new StringBuilder();
        List<String> forms = new ArrayList<>();
        for (String secret : secrets) {
            forms.addAll(List.of(secret, base64(secret), URLEncoder.encode(secret, StandardCharsets.UTF_8)));
            forms.addAll(
                    List.of(unquoted(JSON.writeValueAsString(secret)), unquoted(ASCII.writeValueAsString(secret))));
        }
        forms.forEach(form -> text.append(form).append(between.isEmpty() ? "" : between.get(0)));

        String shown = mask(secrets.toArray(String[]::new)).apply(text.toString());

        assertThat(forms.stream().filter(form -> form.length() > 3))
                .allSatisfy(form -> assertThat(shown).doesNotContain(form));
    }

    @Provide
    Arbitrary<List<String>> secrets() {
        return Arbitraries.strings()
                .withChars("abcXYZ012 \n\t\"'\\$/<&+äß€")
                .ofMinLength(3)
                .ofMaxLength(20)
                .filter(secret -> !secret.isBlank())
                .list()
                .ofMaxSize(4);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String unquoted(String json) {
        return json.substring(1, json.length() - 1);
    }

    private static Mask mask(String... secrets) {
        return Mask.of(Arrays.stream(secrets).map(Secret::of).toList());
    }
}
