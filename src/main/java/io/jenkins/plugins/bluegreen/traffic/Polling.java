package io.jenkins.plugins.bluegreen.traffic;

import java.time.Duration;

/**
 * Waiting by a script that looks every 50 ms, a second a call at most: a call costs more than a look, and a script that
 * nobody waits for any more goes on until its call would have ended.
 */
final class Polling {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final long POLLS_A_CALL = 20;

    /** One call. */
    interface Call {
        /** True where what is waited for has come, within this many looks more than one. */
        boolean came(String looks) throws InterruptedException;
    }

    private Polling() {}

    /** Calls until it has come, or the limit has passed. */
    static boolean await(Duration limit, Call call) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            long looks = Math.max(0, Math.min(POLLS_A_CALL, (end - System.nanoTime()) / POLL.toNanos()));
            if (call.came(Long.toString(looks))) {
                return true;
            }
            if (System.nanoTime() >= end) {
                return false;
            }
        }
    }
}
