package io.jenkins.plugins.bluegreen.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.cli.text.DisplayWidth;
import io.jenkins.plugins.bluegreen.deploy.Event;
import io.jenkins.plugins.bluegreen.deploy.Phase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DisplayTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private final StringWriter written = new StringWriter();

    private static Event probed(int attempt, String seen) {
        return new Event.Probed(Phase.READY, attempt, false, seen, Duration.ofMillis(100L * attempt));
    }

    @Test
    void withoutATerminalProbesAreOneStampedLineASecond() {
        PlainDisplay plain = new PlainDisplay(new PrintWriter(written));
        plain.show(new Event.PhaseStarted(Phase.READY), START);
        for (int attempt = 1; attempt <= 20; attempt++) {
            plain.show(probed(attempt, "503"), START.plusMillis(100L * attempt));
        }
        plain.show(new Event.PhaseFinished(Phase.READY, Duration.ofMillis(2100), "good"), START.plusMillis(2100));
        assertThat(written.toString().lines())
                .containsExactly(
                        "2026-01-02T03:04:05Z ready",
                        "2026-01-02T03:04:05Z ready: attempt 1 after 100ms: 503",
                        "2026-01-02T03:04:06Z ready: attempt 11 after 1.1s: 503",
                        "2026-01-02T03:04:07Z ready done in 2.1s: good");
    }

    @Test
    void withoutATerminalCountdownsFailuresNotesAndWarningsAreLines() {
        PlainDisplay plain = new PlainDisplay(new PrintWriter(written));
        for (Event event : List.of(
                new Event.PhaseStarted(Phase.DRAIN),
                new Event.Draining("3 connections", Duration.ofSeconds(12)),
                new Event.Draining("2 connections", Duration.ofSeconds(11)),
                new Event.PhaseFailed(Phase.DRAIN, Duration.ofSeconds(1), "why"),
                new Event.Note("a\u001b[2J\nb"),
                new Event.Warning("w"))) {
            plain.show(event, START);
        }
        assertThat(written.toString().lines().map(line -> line.substring(21)))
                .containsExactly(
                        "drain",
                        "drain: 3 connections, 12s at most",
                        "drain FAILED after 1s: why",
                        "  a\\u001b[2J\\u000ab",
                        "WARNING: w");
    }

    @Test
    void onATerminalALineIsWrittenAnewAndNeverWraps() {
        LiveDisplay live = new LiveDisplay(new PrintWriter(written), new Style(false), () -> 30);
        live.show(new Event.PhaseStarted(Phase.READY), START);
        live.show(probed(1, "接続が拒否されました 接続が拒否されました"), START.plusMillis(300));
        live.tick(START.plusMillis(500));
        assertThat(written.toString()).doesNotContain("\n");
        for (String line : written.toString().split("\r\u001b\\[K")) {
            assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(29);
        }
        live.show(new Event.PhaseFinished(Phase.READY, Duration.ofMillis(600), "good"), START.plusMillis(600));
        live.end();
        assertThat(written.toString()).endsWith("\r\u001b[K✓ ready      600ms  good\n");
    }

    @Test
    void coloursAreLeftOutWhereTheyAreNotWanted() {
        new LiveDisplay(new PrintWriter(written), new Style(true), () -> 80)
                .show(new Event.PhaseFailed(Phase.READY, Duration.ZERO, "no"), START);
        assertThat(written.toString()).contains("\u001b[31m✗");
        StringWriter plain = new StringWriter();
        new LiveDisplay(new PrintWriter(plain), new Style(false), () -> 80)
                .show(new Event.PhaseFailed(Phase.READY, Duration.ZERO, "no"), START);
        assertThat(plain.toString()).doesNotContain("[31m").contains("✗ ready");
    }

    @Test
    @Timeout(20)
    void aTerminalThatTakesNoTextHoldsUpNoDeployment() {
        CountDownLatch never = new CountDownLatch(1);
        PrintWriter stuck = new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int from, int length) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        try (ProgressLine line = ProgressLine.on(new PlainDisplay(stuck), Clock.systemUTC())) {
            for (int i = 0; i < 1000; i++) {
                line.tell(new Event.Note("n"));
            }
        }
        assertThat(never.getCount()).isOne();
    }

    @Test
    void everythingToldIsShownBeforeItEnds() {
        try (ProgressLine line = ProgressLine.on(new PlainDisplay(new PrintWriter(written)), Clock.systemUTC())) {
            for (int i = 0; i < 500; i++) {
                line.tell(new Event.Note("n"));
            }
        }
        assertThat(written.toString().lines()).hasSize(500);
    }
}
