package io.jenkins.plugins.bluegreen.bench;

import io.jenkins.plugins.bluegreen.fixture.Load;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.meter.Reading;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** One swap under load, on a stage of its own. */
final class Trial {
    /** How long the longest requests take. */
    static final Duration SLOW = Duration.ofSeconds(2);

    /** The load's own start, which is left out of what is compared with: connections are opened, Java gets to know its work. */
    static final Duration WARM_UP = Duration.ofSeconds(3);

    private static final double PER_SECOND = 100;
    private static final double SLOW_PER_SECOND = 5;
    /** How long users are watched before the swap. */
    static final Duration BEFORE = Duration.ofSeconds(4);

    /** nginx keeps an answer for 10 s after the second in which it came, and compares whole seconds. */
    private static final long REFRESH_SECONDS = 11;

    /** By then whoever went on using a name's old address has looked it up again, and the slowest answers are there. */
    private static final Duration AFTER_CACHED = Duration.ofSeconds(13);

    private static final Duration AFTER = Duration.ofSeconds(3);

    private Trial() {}

    /** 100 requests a second on kept connections, 100 on new ones, and 5 that take 2 s. */
    static Load load(URI address) {
        return Load.on(address, PER_SECOND, SLOW_PER_SECOND, SLOW);
    }

    /**
     * Swaps once.
     *
     * @param phase how many seconds after nginx has looked the app's name up it begins, where there is one that does
     * @throws UnavailableException where the method can't be had here
     */
    static SwapFigures run(Method method, int phase) throws Exception {
        Sandbox sandbox = new Sandbox().open();
        try {
            Method.Stand stand = method.open(sandbox);
            try {
                return run(method, stand, phase);
            } finally {
                stand.close();
            }
        } finally {
            sandbox.close();
        }
    }

    private static SwapFigures run(Method method, Method.Stand stand, int phase) throws Exception {
        untilNextSecond();
        try (Load load = load(stand.address())) {
            untilBegin(load.startedAt(), method.cachesNames(), phase);
            Swap swap = stand.swap();
            until(swap.end().plus(method.cachesNames() ? AFTER_CACHED : AFTER));
            Reading seen = load.end();
            return SwapFigures.of(phase, swap, load, seen);
        }
    }

    /** The first requests make each worker look the name up, in this very second. */
    private static void untilNextSecond() throws InterruptedException {
        until(Instant.ofEpochSecond(Instant.now().getEpochSecond() + 1));
    }

    private static void untilBegin(Instant loadBegan, boolean caches, int phase) throws InterruptedException {
        if (caches) {
            Instant refreshed = Instant.ofEpochSecond(loadBegan.getEpochSecond() + REFRESH_SECONDS);
            until(refreshed.plusSeconds(phase).plusMillis(100));
        } else {
            until(loadBegan.plus(WARM_UP).plus(BEFORE));
        }
    }

    private static void until(Instant moment) throws InterruptedException {
        long left = Duration.between(Instant.now(), moment).toMillis();
        if (left > 0) {
            Thread.sleep(left);
        }
    }
}
