package io.jenkins.plugins.bluegreen.meter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocketFactory;

/**
 * Calls the metered addresses at a steady rate until it is closed. Doesn't block its caller. Thread-safe.
 *
 * <p>A request is due at a fixed moment whether or not earlier ones have been answered, and its latency counts from that
 * moment; so a stalled server can't slow the meter down and look better for it. Up to {@value #CONCURRENT} requests can be
 * under way; one that finds no thread counts as lost, for that reason, rather than not being made in silence.
 */
public final class Meter implements AutoCloseable {
    private static final int CONCURRENT = 512;
    private static final Duration GRACE = Duration.ofMillis(500);

    private final long started = System.nanoTime();
    private final Duration longestLimit;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<Thread> pacers = new ArrayList<>();
    private final Set<Due> underWay = ConcurrentHashMap.newKeySet();
    private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, CONCURRENT, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Meter::thread);
    private volatile boolean closing;

    /** The {@code number}th request of a lane, due at {@code nanos}. */
    private record Due(Exchange exchange, long number, long nanos) {
        Lane lane() {
            return exchange.lane();
        }

        long deadline() {
            return nanos + lane().limit().toNanos();
        }
    }

    private Meter(List<Lane> lanes, String versionHeader, SSLSocketFactory tls) {
        longestLimit =
                lanes.stream().map(Lane::limit).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        for (Lane lane : lanes) {
            Exchange exchange = new Exchange(lane, versionHeader, tls);
            exchanges.add(exchange);
            pacers.add(thread(() -> pace(exchange)));
        }
    }

    /**
     * Starts calling at once. {@code versionHeader} names the answer's header that says which version answered; empty
     * where there is none.
     */
    public static Meter start(List<Lane> lanes, String versionHeader) {
        return start(lanes, versionHeader, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** The same with a factory that decides whom to trust. */
    static Meter start(List<Lane> lanes, String versionHeader, SSLSocketFactory tls) {
        Meter meter = new Meter(lanes, versionHeader, tls);
        meter.pacers.forEach(Thread::start);
        return meter;
    }

    /** Milliseconds since the start, on the clock of {@link Sample#startMillis()}. */
    public long elapsedMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    }

    /** What has been answered or lost so far, in order of {@link Sample#startMillis()}. */
    public List<Sample> samples() {
        List<Sample> sorted = new ArrayList<>(samples);
        sorted.sort(Comparator.comparingLong(Sample::startMillis));
        return sorted;
    }

    /**
     * Starts no more requests and waits for those under way, each within its lane's limit. Returns early where the thread
     * is interrupted; what is then under way counts as lost.
     */
    @Override
    public void close() {
        closing = true;
        pacers.forEach(LockSupport::unpark);
        try {
            for (Thread pacer : pacers) {
                pacer.join();
            }
            threads.shutdown();
            if (!threads.awaitTermination(longestLimit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        underWay.forEach(due -> lose(due, Exchange.noAnswerWithin(due.lane().limit())));
        exchanges.forEach(Exchange::close);
    }

    private void pace(Exchange exchange) {
        double interval = 1e9 / exchange.lane().perSecond();
        for (long number = 0; !closing; number++) {
            Due due = new Due(exchange, number, started + (long) (number * interval));
            for (long left = due.nanos() - System.nanoTime(); left > 0; left = due.nanos() - System.nanoTime()) {
                if (closing) {
                    return;
                }
                LockSupport.parkNanos(this, left);
            }
            begin(due);
        }
    }

    private void begin(Due due) {
        underWay.add(due);
        try {
            threads.execute(() -> finish(due, due.exchange().get(due.deadline())));
        } catch (RejectedExecutionException e) {
            lose(
                    due,
                    threads.isShutdown() ? "meter closed" : "meter overloaded: " + CONCURRENT + " requests under way");
        }
    }

    private void lose(Due due, String reason) {
        finish(due, new Exchange.Outcome(0, "", false, reason));
    }

    private void finish(Due due, Exchange.Outcome outcome) {
        long now = System.nanoTime();
        if (underWay.remove(due)) {
            samples.add(new Sample(
                    due.lane().name(),
                    TimeUnit.NANOSECONDS.toMillis(due.nanos() - started),
                    TimeUnit.NANOSECONDS.toMicros(now - due.nanos()),
                    outcome.status(),
                    outcome.version(),
                    outcome.repeated(),
                    outcome.fault()));
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "bluegreen-meter");
        thread.setDaemon(true);
        return thread;
    }
}
