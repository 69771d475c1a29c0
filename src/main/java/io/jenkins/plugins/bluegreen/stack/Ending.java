package io.jenkins.plugins.bluegreen.stack;

import io.jenkins.plugins.bluegreen.stack.plan.Step;
import java.time.Duration;

/**
 * How it ended for one service.
 *
 * @param step what was done with it
 * @param serves whether it serves
 * @param took how long it was waited for
 * @param why what went wrong, a sentence; empty where it serves
 * @param log the end of its container's log, masked; may be empty
 */
public record Ending(Step step, boolean serves, Duration took, String why, String log) {
    static Ending good(Step step, Duration took) {
        return new Ending(step, true, took, "", "");
    }

    static Ending bad(Step step, Duration took, String why, String log) {
        return new Ending(step, false, took, why, log);
    }
}
