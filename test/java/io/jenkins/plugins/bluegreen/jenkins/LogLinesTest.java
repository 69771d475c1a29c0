package io.jenkins.plugins.bluegreen.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.deploy.Event;
import io.jenkins.plugins.bluegreen.deploy.Phase;
import io.jenkins.plugins.bluegreen.host.Mask;
import io.jenkins.plugins.bluegreen.host.Secret;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogLinesTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final LogLines log = new LogLines(
            new PrintStream(bytes, true, StandardCharsets.UTF_8), Mask.of(List.of(Secret.of("hunter2-hunter2"))));

    @Test
    void aPhaseIsOneLineWithWhatItFoundAndHowLongItTook() {
        log.tell(new Event.PhaseStarted(Phase.OBSERVE));
        log.tell(new Event.PhaseFinished(Phase.OBSERVE, Duration.ofMillis(1250), "v1 is live"));
        log.tell(new Event.PhaseFinished(Phase.BAKE, Duration.ZERO, ""));
        assertThat(lines()).containsExactly("[blue-green] observe    v1 is live (1.3 s)");
    }

    @Test
    void anAnswerThatStaysTheSameIsSaidOnce() {
        for (int attempt = 1; attempt <= 50; attempt++) {
            log.tell(new Event.Probed(Phase.READY, attempt, false, "connection refused", Duration.ZERO));
        }
        log.tell(new Event.Probed(Phase.READY, 51, false, "503", Duration.ZERO));
        assertThat(lines())
                .containsExactly(
                        "[blue-green] ready      not yet: connection refused", "[blue-green] ready      not yet: 503");
    }

    @Test
    void secretsAreMasked() {
        log.tell(new Event.Warning("it said hunter2-hunter2"));
        assertThat(lines()).singleElement().asString().contains("WARNING").doesNotContain("hunter2");
    }

    @Test
    void whoHoldsTheLockIsSaid() {
        log.tell(new Event.WaitingForLock("orders #6", Duration.ofSeconds(1), Duration.ofSeconds(600)));
        log.tell(new Event.WaitingForLock("orders #6", Duration.ofSeconds(2), Duration.ofSeconds(600)));
        assertThat(lines()).containsExactly("[blue-green] lock       waiting for orders #6, for 600 s at most");
    }

    private List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
