package io.jenkins.plugins.bluegreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackCommandTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Test
    void aWrongDescriptionIsAMistakeOfTheUsers() throws IOException {
        assertThat(shell.run("stack", "plan")).isEqualTo(2);
        assertThat(shell.err()).contains("There is no file", "skycloud.yaml", "examples/skycloud.yaml");

        Files.writeString(folder.resolve("other.yaml"), "servces:\n");
        assertThat(shell.run("stack", "up", "-f", "other.yaml", "--json")).isEqualTo(2);
        assertThat(shell.err())
                .contains("other.yaml, line 1 (servces): there is no such key. Did you mean 'services'?");
        assertThat(shell.out()).contains("\"exitCode\":2");
        assertThat(shell.host.asked).isEmpty();
    }

    @Test
    void takingItDownTakesTheWordThatDataIsKept() throws IOException {
        Files.writeString(folder.resolve("skycloud.yaml"), "services: {mysql: {}}\n");
        assertThat(shell.run("stack", "down")).isEqualTo(2);
        assertThat(shell.err()).contains("Say --keep-data, so that it is clear: only the containers go, no data.");
        assertThat(shell.host.asked).isEmpty();
    }

    @Test
    void aCommandThatThereIsNotIsTold() {
        assertThat(shell.run("stack", "pln")).isEqualTo(2);
        assertThat(shell.err()).contains("There is no such command. Did you mean plan?");
        assertThat(shell.run("stack")).isEqualTo(2);
        assertThat(shell.err()).contains("Which command? plan, up, status or down.");
    }

    @Test
    void theHelpSaysWhatIsNotThereYet() {
        assertThat(shell.run("stack", "--help")).isZero();
        assertThat(shell.out().replaceAll("\\s+", " ")).contains("Not there yet: proxy hosts, the firewall");
    }
}
