package io.jenkins.plugins.bluegreen.jenkins;

import io.jenkins.plugins.bluegreen.deploy.Event;
import io.jenkins.plugins.bluegreen.deploy.Phase;
import io.jenkins.plugins.bluegreen.deploy.Progress;
import io.jenkins.plugins.bluegreen.host.Mask;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Writes events into a build's log, a line each and no more than a person wants to read, with secrets masked. */
final class LogLines implements Progress {
    private static final int TITLE_WIDTH = 10;

    private final PrintStream log;
    private final Mask mask;
    private String lastSaid = "";

    LogLines(PrintStream log, Mask mask) {
        this.log = log;
        this.mask = mask;
    }

    @Override
    public void tell(Event event) {
        Optional<String> line = EventText.of(event);
        // A probe that answers as before, the same holder of a lock: said once.
        if (line.isPresent() && !line.get().equals(lastSaid)) {
            lastSaid = line.get();
            log.println(mask.apply("[blue-green] " + line.get()));
        }
    }

    /** What there is to say of an event; empty where that isn't worth a line. */
    private static final class EventText {
        static Optional<String> of(Event event) {
            if (event instanceof Event.PhaseFinished done) {
                return done.outcome().isEmpty()
                        ? Optional.empty()
                        : Optional.of(title(done.phase()) + done.outcome() + " (" + seconds(done.took()) + ")");
            }
            if (event instanceof Event.PhaseFailed failed) {
                return Optional.of(title(failed.phase()) + "FAILED: " + failed.reason());
            }
            if (event instanceof Event.Probed probed && !probed.good()) {
                return Optional.of(title(probed.phase()) + "not yet: " + probed.seen());
            }
            return ofWaiting(event);
        }

        private static Optional<String> ofWaiting(Event event) {
            if (event instanceof Event.WaitingForLock waiting) {
                return Optional.of(title(Phase.LOCK) + "waiting for " + waiting.holder() + ", for "
                        + waiting.limit().toSeconds() + " s at most");
            }
            if (event instanceof Event.Note note) {
                return Optional.of(note.text());
            }
            if (event instanceof Event.Warning warning) {
                return Optional.of("WARNING: " + warning.text());
            }
            return Optional.empty();
        }

        private static String title(Phase phase) {
            return String.format(Locale.ROOT, "%-" + TITLE_WIDTH + "s ", phase.title());
        }

        private static String seconds(Duration took) {
            return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
        }
    }
}
