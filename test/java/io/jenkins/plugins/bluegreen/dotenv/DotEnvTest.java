package io.jenkins.plugins.bluegreen.dotenv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases marked compose-go are its own tests'. */
class DotEnvTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("HOST", "db.local", "EMPTY", "", "SHADOWED", "outer");

    static Stream<Arguments> values() {
        return Stream.of(
                // compose-go: TestParsing
                Arguments.of("FOO=bar", "bar"),
                Arguments.of("FOO =bar", "bar"),
                Arguments.of("FOO= bar", "bar"),
                Arguments.of("FOO=\"bar\"", "bar"),
                Arguments.of("FOO='bar'", "bar"),
                Arguments.of("FOO=\"escaped\\\"bar\"", "escaped\"bar"),
                Arguments.of("FOO=\"\\\"quoted\\\"\"", "\"quoted\""),
                Arguments.of("FOO=\"'d'\"", "'d'"),
                Arguments.of("FOO: 1", "1"),
                Arguments.of("FOO: Foo=bar", "Foo=bar"),
                Arguments.of("FOO=1:B", "1:B"),
                Arguments.of("export FOO=2", "2"),
                Arguments.of("export FOO='\\n'", "\\n"),
                Arguments.of("export\tFOO=2", "2"),
                Arguments.of("  export FOO=2", "2"),
                Arguments.of("export FOO=\"export A\"", "export A"),
                Arguments.of("FOO=\"bar\\nbaz\"", "bar\nbaz"),
                Arguments.of("FOO=a\\tb", "a\\tb"),
                Arguments.of("FOO=\"a\\tb\"", "a\tb"),
                Arguments.of(
                        "FOO=\"Z\\aZ\\bZ\\fZ\\nZ\\rZ\\tZ\\vZ\\\\Z\\0123Z\"", "Z\u0007Z\bZ\fZ\nZ\rZ\tZ\u000bZ\\ZSZ"),
                Arguments.of("FOO=foobar=", "foobar="),
                Arguments.of("FOO=bar ", "bar"),
                Arguments.of("FOO=bar # this is foo", "bar"),
                Arguments.of("FOO=bar #this is foo", "bar"),
                Arguments.of("FOO=bar #", "bar"),
                Arguments.of("FOO=123#not-an-inline-comment", "123#not-an-inline-comment"),
                Arguments.of("FOO=\"bar#baz\"#", "bar#baz"),
                Arguments.of("FOO=\"bar#baz\" # comment", "bar#baz"),
                Arguments.of("FOO='bar#baz' # comment", "bar#baz"),
                Arguments.of("FOO=\"bar\\n\\ b\\az\"", "bar\n\\ b\u0007z"),
                Arguments.of("FOO=\"bar\\\\\\n\\ b\\az\"", "bar\\\n\\ b\u0007z"),
                Arguments.of("FOO=\"bar\\\\r\\ b\\az\"", "bar\\r\\ b\u0007z"),
                Arguments.of("FOO=\"bar\\nbaz\\\\\"", "bar\nbaz\\"),
                Arguments.of(" FOO =value", "value"),
                Arguments.of("\tFOO=value", "value"),
                Arguments.of("FOO=\"\\0123\"", "S"),
                Arguments.of("FOO=\"\\x07\"", "\\x07"),
                Arguments.of("FOO=\"\\u12e4\"", "\\u12e4"),
                // compose-go: TestExpanding
                Arguments.of("A=test\nFOO=$A", "test"),
                Arguments.of("A=test\nFOO=${A}bar", "testbar"),
                Arguments.of("FOO=$NOT_SET", ""),
                Arguments.of("A=test\nFOO=\"quote $A\"", "quote test"),
                Arguments.of("FOO='quote $A'", "quote $A"),
                Arguments.of("FOO=\"foo\\$BAR\"", "foo$BAR"),
                Arguments.of("FOO=\"foo\\${BAR}\"", "foo${BAR}"),
                Arguments.of("A=test\nFOO=\"foo\\${A} ${A}\"", "foo${A} test"),
                // from its source
                Arguments.of("FOO=", ""),
                Arguments.of("FOO=\"\"", ""),
                Arguments.of("FOO=\nBAR=1", ""),
                Arguments.of("FOO='it\\'s'", "it's"),
                Arguments.of("FOO='a\\\\b'", "a\\\\b"),
                Arguments.of("FOO=\"\\c\\q\\08\\0777\\012\"", "\\c\\q\\08\\0777\\012"),
                Arguments.of("FOO=\"\\0377\"", "\u00ff"),
                Arguments.of("FOO=a\\$HOST", "a\\db.local"),
                Arguments.of("FOO=$$HOST", "$HOST"),
                Arguments.of("FOO=cost $5, 10$ or $", "cost $5, 10$ or $"),
                Arguments.of("FOO=${HOST:-x}", "db.local"),
                Arguments.of("FOO=${EMPTY:-x}", "x"),
                Arguments.of("FOO=${EMPTY-x}", ""),
                Arguments.of("FOO=${NONE-x}", "x"),
                Arguments.of("FOO=${NONE:-}", ""),
                Arguments.of("FOO=${HOST:+x}", "x"),
                Arguments.of("FOO=${EMPTY:+x}", ""),
                Arguments.of("FOO=${EMPTY+x}", "x"),
                Arguments.of("FOO=${NONE+x}", ""),
                Arguments.of("FOO=${HOST:?none}${EMPTY?none}", "db.local"),
                Arguments.of("FOO=${NONE:-${NEITHER:-${HOST}:80}}/x", "db.local:80/x"),
                Arguments.of("FOO=${NONE:-{\"a\":{}}}", "{\"a\":{}}"),
                Arguments.of("FOO=${NONE:-a:-b}", "a:-b"),
                Arguments.of("FOO=${NONE:-a}}", "a}"),
                Arguments.of("FOO=\"${NONE:-two\nlines}\"", "two\nlines"),
                Arguments.of("SHADOWED=inner\nFOO=$SHADOWED", "outer"),
                Arguments.of("FOO=1\nFOO=2", "2"),
                // multi-line values, line ends, byte order mark
                Arguments.of("FOO='-----BEGIN\nx # y\n\nEND'\nBAR=1", "-----BEGIN\nx # y\n\nEND"),
                Arguments.of("FOO=\"a\nb\" # comment\nBAR=1", "a\nb"),
                Arguments.of("FOO=bar\r\nBAR=1\r\n", "bar"),
                Arguments.of("FOO=\"bar\"\r\nBAR=1\r\n", "bar"),
                Arguments.of("FOO=\r\n", ""),
                Arguments.of("\uFEFFFOO=bar", "bar"),
                Arguments.of("\n\n# c\r\n\t # c\nFOO=bar", "bar"),
                Arguments.of("# c", null),
                Arguments.of("FOO", null),
                Arguments.of("export FOO\n", null));
    }

    @ParameterizedTest
    @MethodSource("values")
    void readsWhatComposeReads(String text, String expected) {
        assertThat(parse(text).get("FOO")).isEqualTo(expected);
    }

    @Test
    void readsTheNamesThatComposeReads() {
        assertThat(
                        parse(
                                "a=b\na[1]=c\na.b=d\nVAR-WITH-DASHES=e\nárvíztűrő=f\nexportFoo=g\nexport.FOO= h\nexport=i\n9=j\n"))
                .containsExactly(
                        entry("a", "b"),
                        entry("a[1]", "c"),
                        entry("a.b", "d"),
                        entry("VAR-WITH-DASHES", "e"),
                        entry("árvíztűrő", "f"),
                        entry("exportFoo", "g"),
                        entry("export.FOO", "h"),
                        entry("export", "i"),
                        entry("9", "j"));
    }

    @Test
    void aNameAloneTakesItsValueFromTheEnvironmentOrIsLeftOut() {
        assertThat(parse("export HOST\nEMPTY\r\nNONE\nLAST=1\nHOST"))
                .containsExactly(entry("HOST", "db.local"), entry("EMPTY", ""), entry("LAST", "1"));
    }

    private static String doubling(int lines) {
        return IntStream.range(0, lines)
                .mapToObj(line -> "A" + (line + 1) + "=$A" + line + "$A" + line)
                .collect(Collectors.joining("\n"));
    }

    static Stream<Arguments> badLines() {
        return Stream.of(
                Arguments.of("A=1\n\n# c\nlol$wut", 4, "no variable's name"),
                Arguments.of("A B=s3cr3t", 1, "no variable's name"),
                Arguments.of("A='x\ny'\nA B=s3cr3t", 3, "no variable's name"),
                Arguments.of("A=\"x\ny\" # z\n\n%=s3cr3t", 4, "no variable's name"),
                Arguments.of("\n=s3cr3t", 2, "name is missing"),
                Arguments.of("export =s3cr3t", 1, "name is missing"),
                Arguments.of("-----BEGIN s3cr3t KEY-----", 1, "no variable's name"),
                Arguments.of("A=1\nKEY=\"s3cr3t\nB=2\n", 2, "no closing quote"),
                Arguments.of("KEY=\"", 1, "no closing quote"),
                Arguments.of("KEY=\"s3cr3t\\\"", 1, "no closing quote"),
                Arguments.of("KEY='s3cr3t\\'", 1, "no closing quote"),
                Arguments.of("KEY='s3cr3t\"", 1, "no closing quote"),
                Arguments.of("KEY='s3cr3t\\", 1, "no closing quote"),
                Arguments.of("KEY='s3'cr3t", 1, "follows a closing quote"),
                Arguments.of("KEY=\"s3\" B=2", 1, "follows a closing quote"),
                Arguments.of("A=1\r\nKEY=s3cr3t${", 2, "no closing }"),
                Arguments.of("KEY=${NONE:-s3cr3t", 1, "no closing }"),
                Arguments.of("KEY=s3cr3t${}", 1, "no variable"),
                Arguments.of("KEY=${1s3cr3t}", 1, "no variable"),
                Arguments.of("KEY=${NONE!s3cr3t}", 1, "no variable"),
                Arguments.of("A=\"\n\n\"\nKEY=\"\n${NONE:?s3cr3t}\"", 4, "NONE has to be set"),
                Arguments.of("KEY=${EMPTY:?s3cr3t}", 1, "EMPTY has to be set"),
                Arguments.of("KEY=${NONE?s3cr3t}", 1, "NONE has to be set"),
                Arguments.of("A=1\nKEY=s3\0cr3t", 2, "NUL character"),
                Arguments.of("A0=s3cr3t\n" + doubling(40), 16, "longer than 131071 characters"),
                Arguments.of("A=1\n\nKEY=\"s3\\0000\ncr3t\"\nB=2", 3, "NUL character"),
                Arguments.of("A=1\n" + "K".repeat(257) + "=s3cr3t", 2, "longer than 256 characters"),
                Arguments.of("KEY=" + "${A:-".repeat(100_000) + "}".repeat(100_000), 1, "nested more than 50 deep"));
    }

    @ParameterizedTest
    @MethodSource("badLines")
    void aBadLineIsToldByItsNumberAndReasonAndNeverByItsValue(String text, int line, String reason) {
        DotEnvException failure = catchThrowableOfType(DotEnvException.class, () -> parse(text));

        assertThat(failure.line()).isEqualTo(line);
        assertThat(failure)
                .hasMessageStartingWith("Line " + line + ": ")
                .hasMessageContaining(reason)
                .hasMessageEndingWith(".")
                .hasMessageNotContaining("cr3t")
                .hasNoCause();
    }

    private static Map<String, String> parse(String text) {
        return DotEnv.parse(text, name -> Optional.ofNullable(ENVIRONMENT.get(name)));
    }
}
