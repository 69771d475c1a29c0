package io.jenkins.plugins.bluegreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.settings.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class NastyInputTest {
    private static Path folder;
    private static Shell shell;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("nasty");
        shell = new Shell(folder);
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("bluegreen.yaml"));
        Files.delete(folder);
    }

    @Property(tries = 10_000)
    void whateverStandsInAnOptionEndsInASentence(@ForAll("options") String option, @ForAll("nasty") String text) {
        begin();
        int code =
                switch (option) {
                    case "APP" -> shell.run("deploy", "--image=i", text);
                    case "--build" -> shell.run("deploy", "orders", "--build=" + text);
                    default -> shell.run("deploy", "orders", "--image=i", option + "=" + text);
                };
        assertTold(code);
    }

    @Property(tries = 500)
    void whateverIsRolledBackToEndsInASentence(@ForAll("nasty") String text) {
        begin();
        int code = shell.run("rollback", "orders", "--to=" + text);
        assertThat(code).as(shell.err()).isIn(0, 2);
        assertSentence();
        assertThat(shell.engine.rollbacks.isEmpty()).isEqualTo(code == 2);
    }

    @Property(tries = 500)
    void whateverLogsAreAskedForEndsInASentence(@ForAll("nasty") String text) {
        begin();
        assertThat(shell.run("logs", "orders", "--kept=" + text))
                .as(shell.err())
                .isIn(1, 2);
        assertSentence();
    }

    @Property(tries = 2_000)
    void whateverStandsInTheFileEndsInASentence(@ForAll("keys") String key, @ForAll("nasty") String text)
            throws IOException {
        Files.writeString(folder.resolve("bluegreen.yaml"), key + ": " + text.replaceAll("[\\ud800-\\udfff]", ""));
        begin();
        int code = shell.run("deploy", "orders", "--image=i");
        Files.delete(folder.resolve("bluegreen.yaml"));
        assertTold(code);
    }

    private static void begin() {
        shell.host.asked.clear();
        shell.engine.deployments.clear();
        shell.engine.rollbacks.clear();
    }

    private static void assertTold(int code) {
        assertThat(code).as(shell.err()).isIn(0, 2);
        assertSentence();
        assertThat(shell.host.asked).allMatch(argv -> argv.get(0).equals("git") || argv.equals(FakeHost.CONTAINERS));
        if (code == 2) {
            assertThat(shell.err()).startsWith("bluegreen: ");
            assertThat(shell.engine.deployments).isEmpty();
        }
    }

    private static void assertSentence() {
        assertThat(shell.err())
                .doesNotContain("\tat ")
                .doesNotContain("Exception")
                .doesNotContain("should not have")
                .doesNotContain("\u001b");
    }

    @Provide
    Arbitrary<String> options() {
        return Arbitraries.of(Stream.concat(
                        Stream.of(Key.values()).map(Key::option).map(option -> option.isEmpty() ? "APP" : option),
                        Stream.of("--file", "--environment"))
                .toList());
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.of(Stream.of(Key.values())
                .map(Key::path)
                .map(path -> path.replace(".", ": {"))
                .toList());
    }

    @Provide
    Arbitrary<String> nasty() {
        Arbitrary<String> pieces = Arbitraries.of(List.of(
                "$(id)",
                "`id`",
                ";",
                "|",
                "&",
                "'",
                "\"",
                "\\",
                " ",
                "\n",
                "\r\n",
                "\t",
                "\u0000",
                "-",
                "--",
                "--help",
                "ä",
                "日本",
                "💥",
                "\u202e",
                "\u001b[2J",
                "../",
                "/",
                "~",
                "*",
                "?",
                "{",
                "}",
                "[",
                "]",
                "${HOME}",
                "$X",
                "%s",
                "%n",
                "@/etc/passwd",
                "@|red x|@",
                "<script>",
                "=",
                ":",
                "#",
                "!",
                "0",
                "1",
                "99999999999999999999",
                "1e9",
                "NaN",
                "orders",
                "A",
                "\ud800",
                "\ufeff",
                "http://",
                "x".repeat(5000)));
        return Arbitraries.oneOf(pieces.list().ofMaxSize(6).map(list -> String.join("", list)), Arbitraries.strings());
    }
}
