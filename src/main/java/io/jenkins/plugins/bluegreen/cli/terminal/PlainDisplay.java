package io.jenkins.plugins.bluegreen.cli.terminal;

import io.jenkins.plugins.bluegreen.deploy.Event;
import io.jenkins.plugins.bluegreen.deploy.Phase;
import io.jenkins.plugins.bluegreen.text.Durations;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Lines with time stamps, for logs. Of what repeats, at most one line a second (probes) or every five seconds. */
final class PlainDisplay implements Display {
    private static final Duration PROBES = Duration.ofSeconds(1);
    private static final Duration COUNTDOWNS = Duration.ofSeconds(5);

    private final PrintWriter out;
    private Instant lastRepeated = Instant.MIN;
    private String phase = Phase.LOCK.title();

    PlainDisplay(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void show(Event event, Instant at) {
        if (event instanceof Event.PhaseStarted started) {
            phase = started.phase().title();
            lastRepeated = Instant.MIN;
            line(at, phase);
        } else if (event instanceof Event.PhaseFinished finished) {
            line(
                    at,
                    finished.phase().title() + " done in " + Durations.show(finished.took())
                            + outcome(finished.outcome()));
        } else if (event instanceof Event.PhaseFailed failed) {
            line(
                    at,
                    failed.phase().title() + " FAILED after " + Durations.show(failed.took())
                            + outcome(failed.reason()));
        } else if (event instanceof Event.Note note) {
            line(at, "  " + EventText.plain(note.text()));
        } else if (event instanceof Event.Warning warning) {
            line(at, "WARNING: " + EventText.plain(warning.text()));
        } else {
            repeated(event, at);
        }
    }

    private void repeated(Event event, Instant at) {
        if (event instanceof Event.Probed probed) {
            repeated(at, PROBES, EventText.of(probed));
        } else if (event instanceof Event.Draining draining) {
            repeated(at, COUNTDOWNS, EventText.of(draining));
        } else if (event instanceof Event.Baking baking) {
            repeated(at, COUNTDOWNS, EventText.of(baking));
        } else if (event instanceof Event.WaitingForLock waiting) {
            repeated(at, COUNTDOWNS, EventText.of(waiting));
        }
    }

    private void repeated(Instant at, Duration pause, String text) {
        if (lastRepeated.equals(Instant.MIN) || !lastRepeated.plus(pause).isAfter(at)) {
            lastRepeated = at;
            line(at, phase + ": " + text);
        }
    }

    private static String outcome(String text) {
        return text.isEmpty() ? "" : ": " + EventText.plain(text);
    }

    private void line(Instant at, String text) {
        out.println(at.truncatedTo(ChronoUnit.SECONDS) + " " + text);
        out.flush();
    }

    @Override
    public void tick(Instant now) {}

    @Override
    public void end() {
        out.flush();
    }
}
