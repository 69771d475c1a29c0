package io.jenkins.plugins.bluegreen.cli.terminal;

import io.jenkins.plugins.bluegreen.deploy.Event;
import io.jenkins.plugins.bluegreen.text.Durations;
import io.jenkins.plugins.bluegreen.text.Quoted;
import java.time.Duration;

/** What happens meanwhile within a phase, in a few words on one line. */
final class EventText {
    private static final int LONGEST = 400;

    private EventText() {}

    static String of(Event.Probed probed) {
        return "attempt " + probed.attempt() + " after " + Durations.show(probed.sinceStart()) + ": "
                + plain(probed.seen()) + (probed.good() ? ", good" : "");
    }

    static String of(Event.Draining draining) {
        return plain(draining.waitingFor()) + ", " + seconds(draining.remaining()) + " at most";
    }

    static String of(Event.Baking baking) {
        return seconds(baking.remaining()) + " left";
    }

    static String of(Event.WaitingForLock waiting) {
        return "held by " + plain(waiting.holder()) + "; waited " + seconds(waiting.waited()) + " of "
                + Durations.show(waiting.limit());
    }

    /** Text from elsewhere (a container, a person) without what could play tricks on a terminal. */
    static String plain(String text) {
        return Quoted.plain(text, LONGEST);
    }

    /** A countdown needs no fractions. */
    private static String seconds(Duration duration) {
        return Durations.show(Duration.ofSeconds(duration.toSeconds())).replace("0ms", "0s");
    }
}
