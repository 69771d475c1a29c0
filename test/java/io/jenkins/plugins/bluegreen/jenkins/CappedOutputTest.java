package io.jenkins.plugins.bluegreen.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CappedOutputTest {
    @Test
    void whatACommandSaysIsKept() throws Exception {
        try (CappedOutput output = new CappedOutput()) {
            output.write("größer".getBytes(StandardCharsets.UTF_8));
            output.write('!');
            assertThat(output.text()).isEqualTo("größer!");
        }
    }

    @Test
    void whatJenkinsAddsIsNoAnswerOfTheCommands() throws Exception {
        try (CappedOutput output = new CappedOutput()) {
            String added = "Process leaked file descriptors. See https://www.jenkins.io/redirect/troubleshooting/"
                    + "process-leaked-file-descriptors for more information\n";
            output.write(("07f5cfd4ad19\n" + added).getBytes(StandardCharsets.UTF_8));
            assertThat(output.text()).isEqualTo("07f5cfd4ad19\n");
        }
    }

    @Test
    void anAgentCannotFloodTheController() throws Exception {
        try (CappedOutput output = new CappedOutput()) {
            byte[] flood = new byte[1 << 20];
            for (int i = 0; i < 20; i++) {
                output.write(flood);
            }
            output.write('x');
            assertThat(output.text().length()).isEqualTo(CappedOutput.LIMIT);
        }
    }
}
