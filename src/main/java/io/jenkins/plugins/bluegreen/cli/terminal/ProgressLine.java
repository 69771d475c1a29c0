package io.jenkins.plugins.bluegreen.cli.terminal;

import io.jenkins.plugins.bluegreen.deploy.Event;
import io.jenkins.plugins.bluegreen.deploy.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Shows a deployment's events on a thread of its own, so that a terminal that doesn't take any more text (Ctrl-S, a
 * pager) holds up no deployment. Thread-safe.
 */
public final class ProgressLine implements Progress, AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final Display display;
    private final Clock clock;
    private final Thread writer;
    private volatile boolean closed;

    private record Told(Event event, Instant at) {}

    private ProgressLine(Display display, Clock clock) {
        this.display = display;
        this.clock = clock;
        this.writer = new Thread(this::write, "bluegreen-progress");
        writer.setDaemon(true);
    }

    /** Begins to show on {@code terminal}, in the way that it can. */
    public static ProgressLine on(Terminal terminal, Clock clock) {
        return on(
                terminal.live()
                        ? new LiveDisplay(terminal.err(), terminal.style(), terminal.columns())
                        : new PlainDisplay(terminal.err()),
                clock);
    }

    static ProgressLine on(Display display, Clock clock) {
        ProgressLine line = new ProgressLine(display, clock);
        line.writer.start();
        return line;
    }

    @Override
    public void tell(Event event) {
        told.add(new Told(event, clock.instant()));
    }

    private void write() {
        try {
            while (!closed || !told.isEmpty()) {
                Told next = told.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
                if (next == null) {
                    display.tick(clock.instant());
                } else {
                    display.show(next.event(), next.at());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        display.end();
    }

    /** Shows what is left and ends; waits two seconds at most for a terminal that is stuck. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = Thread.interrupted();
        try {
            writer.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
