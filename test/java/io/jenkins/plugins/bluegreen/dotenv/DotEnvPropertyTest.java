package io.jenkins.plugins.bluegreen.dotenv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DotEnvPropertyTest {
    private static final String SECRET = "s3-cr3t";

    @Property(tries = 2000)
    void whateverIsWrittenInQuotesIsReadAgainInItsOrder(@ForAll("variables") Map<String, String> variables) {
        StringBuilder file = new StringBuilder();
        variables.forEach((name, value) ->
                file.append(name).append('=').append(quoted(value)).append('\n'));

        Map<String, String> read = DotEnv.parse(file.toString(), name -> Optional.of("from outside"));

        assertThat(read).containsExactlyEntriesOf(variables);
    }

    @Property(tries = 10_000)
    void anythingIsEitherReadOrRefusedWithALineNumberAndWithoutItsValue(@ForAll("garbage") String text) {
        try {
            assertThat(DotEnv.parse(text, name -> Optional.empty()).keySet()).doesNotContain("");
        } catch (DotEnvException e) {
            assertThat(e.line())
                    .isBetween(1, 1 + (int) text.chars().filter(c -> c == '\n').count());
            assertThat(e.getMessage()).matches("Line [0-9]+: .+\\.").doesNotContain(SECRET);
        }
    }

    @Provide
    Arbitrary<Map<String, String>> variables() {
        Arbitrary<String> names = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withChars("az09_.")
                .ofMinLength(1)
                .ofMaxLength(8);
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.strings().excludeChars('\0').ofMaxLength(30),
                Arbitraries.strings().withChars("\\\"'$`{}#\n\r\t =:n0").ofMaxLength(30));
        return Arbitraries.maps(names, values).ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> garbage() {
        Arbitrary<String> pieces = Arbitraries.of(
                "A",
                "=",
                ":",
                "\n",
                "\r\n",
                " ",
                "#",
                "'",
                "\"",
                "\\",
                "$",
                "{",
                "}",
                "${",
                "${A",
                ":-",
                ":?",
                ":+",
                "-",
                "?",
                "+",
                "export ",
                SECRET,
                "é",
                "\uD83D",
                "\uFEFF",
                "\0",
                "A=" + SECRET + "\n",
                "B='" + SECRET);
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(40).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(60));
    }

    /** Single quotes where the value allows them, else double quotes with every special character escaped. */
    private static String quoted(String value) {
        if (value.indexOf('\'') < 0 && value.indexOf('\\') < 0) {
            return "'" + value + "'";
        }
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$") + '"';
    }
}
