package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.traffic.Backend;
import io.jenkins.plugins.bluegreen.traffic.Router;
import java.time.Duration;
import java.util.OptionalInt;

/** Waiting until a container that gets no new requests has finished the ones under way. */
final class Draining {
    /** Where the router can't vouch that nothing more will come, this long without any connection is needed. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration TELL = Duration.ofSeconds(1);

    private final Connections connections;
    private final Router router;
    private final Drain drain;
    private final Progress progress;

    Draining(Docker docker, Router router, Drain drain, Progress progress) {
        this.connections = new Connections(docker);
        this.router = router;
        this.drain = drain;
        this.progress = progress;
    }

    /** Waits for the minimum, for the router, and for the last connection, in all no longer than the limit allows. */
    String await(Container old, Backend backend) throws InterruptedException {
        long start = System.nanoTime();
        Duration minimum = longer(drain.minimum(), router.afterglow());
        Duration limit = longer(drain.limit(), minimum);
        boolean left = awaitRouter(backend, start, limit);
        Duration quiet = left && router.afterglow().isZero() ? Duration.ZERO : QUIET;
        long lastBusy = System.nanoTime();
        long lastTold = 0;
        while (true) {
            long now = System.nanoTime();
            Duration passed = Duration.ofNanos(now - start);
            OptionalInt open = connections.established(old, backend.port());
            boolean busy = open.isPresent() ? open.getAsInt() > 0 : !left;
            if (busy) {
                lastBusy = now;
            }
            boolean silent = !busy && now - lastBusy >= quiet.toNanos();
            if (silent && passed.compareTo(minimum) >= 0) {
                return "no connection left after " + seconds(passed);
            }
            if (passed.compareTo(limit) >= 0) {
                return "limit of " + seconds(limit) + " reached with "
                        + (open.isPresent() ? open.getAsInt() + " connections open" : "connections that can't be seen");
            }
            if (now - lastTold > TELL.toNanos()) {
                lastTold = now;
                progress.tell(new Event.Draining(shown(open), limit.minus(passed)));
            }
            Thread.sleep(LOOK.toMillis());
        }
    }

    /** A turn at a time, so that whoever watches sees that it goes on, and what for. */
    private boolean awaitRouter(Backend backend, long start, Duration limit) throws InterruptedException {
        Duration remaining = limit;
        while (!router.awaitLeft(backend, remaining.compareTo(TELL) < 0 ? remaining : TELL)) {
            remaining = limit.minusNanos(System.nanoTime() - start);
            if (remaining.isNegative() || remaining.isZero()) {
                return false;
            }
            progress.tell(new Event.Draining(router.stragglers(), remaining));
        }
        return true;
    }

    private static String shown(OptionalInt open) {
        if (open.isEmpty()) {
            return "its connections can't be seen";
        }
        return switch (open.getAsInt()) {
            case 0 -> "no connection left, making sure";
            case 1 -> "1 connection";
            default -> open.getAsInt() + " connections";
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static String seconds(Duration duration) {
        return String.format(java.util.Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
