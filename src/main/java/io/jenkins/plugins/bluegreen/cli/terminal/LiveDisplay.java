package io.jenkins.plugins.bluegreen.cli.terminal;

import io.jenkins.plugins.bluegreen.cli.text.DisplayWidth;
import io.jenkins.plugins.bluegreen.deploy.Event;
import io.jenkins.plugins.bluegreen.deploy.Phase;
import io.jenkins.plugins.bluegreen.text.Durations;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/** One line a phase. The last one, of the phase under way, is written anew in place, and never wraps. */
final class LiveDisplay implements Display {
    private static final String CLEAR = "\r\u001b[K";
    private static final String[] SPINNER = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
    private static final int TITLE = 11;
    private static final int TIME = 7;

    private final PrintWriter out;
    private final Style style;
    private final IntSupplier columns;
    private Phase phase;
    private Instant began = Instant.EPOCH;
    private String meanwhile = "";
    private int turn;

    LiveDisplay(PrintWriter out, Style style, IntSupplier columns) {
        this.out = out;
        this.style = style;
        this.columns = columns;
    }

    @Override
    public void show(Event event, Instant at) {
        if (event instanceof Event.PhaseStarted started) {
            phase = started.phase();
            began = at;
            meanwhile = "";
        } else if (event instanceof Event.PhaseFinished finished) {
            close(style::good, "✓", finished.phase(), finished.took(), finished.outcome());
        } else if (event instanceof Event.PhaseFailed failed) {
            close(style::bad, "✗", failed.phase(), failed.took(), failed.reason());
        } else if (event instanceof Event.Note note) {
            permanent(style.faint("  │ " + EventText.plain(note.text())));
        } else if (event instanceof Event.Warning warning) {
            permanent(style.warning("! " + EventText.plain(warning.text())));
        } else {
            meanwhile = meanwhile(event);
        }
        draw(at);
    }

    private static String meanwhile(Event event) {
        if (event instanceof Event.Probed probed) {
            return EventText.of(probed);
        } else if (event instanceof Event.Draining draining) {
            return EventText.of(draining);
        } else if (event instanceof Event.Baking baking) {
            return EventText.of(baking);
        } else if (event instanceof Event.WaitingForLock waiting) {
            return EventText.of(waiting);
        }
        return "";
    }

    private void close(UnaryOperator<String> colour, String mark, Phase ended, Duration took, String text) {
        phase = null;
        permanent(colour.apply(mark) + " " + cells(ended, took, text));
    }

    /** Wraps where it must: nothing that stays may be lost. */
    private void permanent(String line) {
        out.print(CLEAR + line + "\n");
    }

    @Override
    public void tick(Instant now) {
        turn++;
        draw(now);
    }

    private void draw(Instant now) {
        if (phase != null) {
            String line = SPINNER[turn % SPINNER.length] + " " + cells(phase, Duration.between(began, now), meanwhile);
            out.print(CLEAR + style.faint(DisplayWidth.clip(line, columns.getAsInt() - 1)));
        }
        out.flush();
    }

    private static String cells(Phase of, Duration took, String text) {
        return (DisplayWidth.pad(of.title(), TITLE)
                        + DisplayWidth.pad(Durations.show(took), TIME)
                        + EventText.plain(text))
                .stripTrailing();
    }

    @Override
    public void end() {
        if (phase != null) {
            out.print(CLEAR);
            phase = null;
        }
        out.flush();
    }
}
