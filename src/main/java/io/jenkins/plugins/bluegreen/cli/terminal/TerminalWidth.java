package io.jenkins.plugins.bluegreen.cli.terminal;

import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.Host;
import io.jenkins.plugins.bluegreen.host.HostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** The terminal's width: asked of {@code stty}, at most once a second since windows are resized; else {@code COLUMNS}; else 80. */
final class TerminalWidth implements IntSupplier {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int USUAL = 80;
    private static final int NARROWEST = 20;

    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final Host host;
    private final int fallback;
    private int columns;
    private long askedAt;
    private boolean asked;
    private boolean unknown;

    TerminalWidth(Host host, Map<String, String> environment) {
        this.host = host;
        String columns = environment.getOrDefault("COLUMNS", "");
        this.fallback = columns.matches("\\d{1,4}") ? Math.max(NARROWEST, Integer.parseInt(columns)) : USUAL;
        this.columns = fallback;
    }

    @Override
    public synchronized int getAsInt() {
        if (!unknown && (!asked || System.nanoTime() - askedAt > FRESH_NANOS)) {
            asked = true;
            columns = ask();
            askedAt = System.nanoTime();
        }
        return columns;
    }

    private int ask() {
        try {
            CommandResult size =
                    host.run(Command.of("stty", "-F", "/dev/tty", "size").within(LIMIT));
            if (size.succeeded() && size.out().strip().matches("\\d+ [1-9]\\d{0,3}")) {
                return Math.max(NARROWEST, Integer.parseInt(size.out().strip().split(" ")[1]));
            }
        } catch (HostException e) {
            // No stty here: the fallback will do.
            unknown = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        unknown = true;
        return fallback;
    }
}
