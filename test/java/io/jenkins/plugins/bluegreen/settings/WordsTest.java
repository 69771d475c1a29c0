package io.jenkins.plugins.bluegreen.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @Test
    void aLineIsSplitAsAShellWouldWithoutExpandingAnything() {
        assertThat(Words.in("a  'b c' \"d \\\" e\" f\\ g '' '$(id)' x'y'z")
                        .split()
                        .orElseThrow())
                .containsExactly("a", "b c", "d \" e", "f g", "", "$(id)", "xyz");
    }

    @Test
    void anOpenQuoteOrALastBackslashIsNoLine() {
        assertThat(Words.in("a 'b").split()).isEmpty();
        assertThat(Words.in("a \"b").split()).isEmpty();
        assertThat(Words.in("a\\").split()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "echo done; exit 3 ~ ;",
                "migrate && smoke ~ &&",
                "migrate&&smoke ~ &&",
                "migrate || true ~ ||",
                "ls | wc -l ~ |",
                "serve & ~ &",
                "echo a > b ~ >",
                "serve 2>&1 ~ >",
                "psql <schema.sql ~ <",
                "echo $(date) ~ $(",
                "echo `date` ~ `",
                "migrate --url=$DATABASE_URL ~ $",
                "migrate ${URL} ~ $",
                "echo $1 ~ $",
                "MODE=live migrate ~ a variable's assignment",
                "'a;b' 'c' ; d ~ ;",
            })
    void whatOnlyAShellUnderstandsIsFoundOutsideOfQuotes(String line, String sign) {
        assertThat(Words.in(line).shellSign()).contains(sign.length() > 2 ? sign : "'" + sign + "'");
    }

    @Test
    void aSecondLineIsWhatOnlyAShellUnderstandsToo() {
        assertThat(Words.in("migrate\nsmoke\n").shellSign()).contains("a line break");
        assertThat(Words.in("\n migrate \n\n").shellSign()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sh -c 'migrate && smoke > $LOG; exit `id`'",
                "sh -c \"migrate && smoke > $LOG\"",
                "grep -q a\\;b",
                "grep -q ^ok$ file",
                "curl http://localhost:3000/health?full=1&deep=1",
                "serve --mode=live A=b",
                "'A=b' c",
                "echo 5$ $",
            })
    void whatIsQuotedOrStandsForItselfIsNoMatterOfAShell(String line) {
        assertThat(Words.in(line).shellSign()).isEmpty();
    }
}
