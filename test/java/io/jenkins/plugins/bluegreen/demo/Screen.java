package io.jenkins.plugins.bluegreen.demo;

import io.jenkins.plugins.bluegreen.deploy.Event;
import io.jenkins.plugins.bluegreen.deploy.Phase;
import io.jenkins.plugins.bluegreen.text.Durations;
import java.io.PrintStream;
import java.time.Duration;

/** What the demonstration prints: nothing is ever overwritten, so that it reads the same in a log. For one thread. */
final class Screen {
    private static final String INDENT = "     ";
    private static final int WIDTH = 100;
    private static final Duration WORTH_TELLING = Duration.ofMillis(100);

    private final PrintStream out;
    private final boolean colours;
    private int column;

    Screen(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /** A line of its own. */
    void line(String text) {
        endLine();
        out.println(text);
    }

    /** An act begins. */
    void act(int number, String name) {
        line("");
        line("  " + number + "  " + name);
    }

    /** A phase of the act that is under way. */
    void tell(Event event) {
        if (event instanceof Event.PhaseFinished done && done.took().compareTo(WORTH_TELLING) >= 0) {
            phase(done.phase(), " " + Durations.show(done.took()));
        } else if (event instanceof Event.PhaseFinished recovered
                && recovered.phase() == Phase.RECOVER
                && !recovered.outcome().isEmpty()) {
            phase(Phase.RECOVER, " " + Durations.show(recovered.took()));
        } else if (event instanceof Event.PhaseFailed failed) {
            phase(failed.phase(), " failed after " + Durations.show(failed.took()));
        }
    }

    private void phase(Phase phase, String text) {
        step(phase.title() + text);
    }

    /** A step of the act that is under way, after the others on the same line as long as there is room. */
    void step(String text) {
        if (column > 0 && column + text.length() + 2 > WIDTH) {
            out.println(",");
            column = 0;
        }
        String before = column == 0 ? INDENT : ", ";
        out.print(before + text);
        out.flush();
        column += before.length() + text.length();
    }

    /** How an act ended. */
    void ended(Scene scene, String why) {
        line(INDENT + sign(scene.good()) + " " + scene.verdict());
        if (!why.isEmpty()) {
            line(INDENT + "  " + faint(why));
        }
    }

    String sign(boolean good) {
        return good ? in("32", "✓") : in("31", "✕");
    }

    String faint(String text) {
        return in("2", text);
    }

    private String in(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    private void endLine() {
        if (column > 0) {
            out.println();
            column = 0;
        }
    }
}
