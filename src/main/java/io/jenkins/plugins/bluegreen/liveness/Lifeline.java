package io.jenkins.plugins.bluegreen.liveness;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.HostException;
import io.jenkins.plugins.bluegreen.host.RunningCommand;
import java.time.Duration;
import java.util.Optional;

/**
 * Notices that a container ends, is started again or goes away. One {@code docker wait} does it, which comes back on a
 * restart too; the container is only looked at when that has ended. Used by one thread.
 */
final class Lifeline implements AutoCloseable {
    private static final int BREAKS_ALLOWED = 3;

    private final Docker docker;
    private final String id;
    private final Optional<Container> first;
    private RunningCommand exit;
    private int breaks;

    Lifeline(Docker docker, String id) throws InterruptedException {
        this.docker = docker;
        this.id = id;
        this.exit = docker.awaitExit(id);
        this.first = look();
    }

    /** A container's end: what kind, with which exit code, and in words that follow "The container". */
    record End(NotReadyException.Reason reason, Optional<Integer> exitCode, String words) {}

    /** What had already happened when the watching began. */
    Optional<End> before() {
        if (first.filter(container -> alive(container) && container.restartCount() == 0)
                .isPresent()) {
            return Optional.empty();
        }
        return Optional.of(end(first, Optional.empty()));
    }

    /** Waits for an end, for no longer than {@code limit}; zero looks without waiting. */
    Optional<End> cut(Duration limit) throws InterruptedException {
        Optional<CommandResult> ended = exit.await(limit);
        if (ended.isEmpty()) {
            return Optional.empty();
        }
        Optional<Container> now = docker.container(id);
        if (now.isPresent() && unchanged(now.get())) {
            reopen(ended.get());
            return Optional.empty();
        }
        return Optional.of(end(now, printed(ended.get())));
    }

    /** An end by what Docker shows now. */
    Optional<End> now() throws InterruptedException {
        Optional<Container> now = docker.container(id);
        return now.filter(this::unchanged).isPresent() ? Optional.empty() : Optional.of(end(now, Optional.empty()));
    }

    @Override
    public void close() {
        exit.close();
    }

    private Optional<Container> look() throws InterruptedException {
        try {
            return docker.container(id);
        } catch (RuntimeException | InterruptedException e) {
            exit.close();
            throw e;
        }
    }

    private boolean unchanged(Container now) {
        return alive(now)
                && first.filter(then ->
                                then.startedAt().equals(now.startedAt()) && then.restartCount() == now.restartCount())
                        .isPresent();
    }

    private static boolean alive(Container container) {
        return container.running() || container.status().equals("paused");
    }

    /** The client that waited has ended though the container has not: its connection broke. */
    private void reopen(CommandResult ended) {
        exit.close();
        if (++breaks > BREAKS_ALLOWED) {
            throw new HostException("'docker wait' keeps ending though the container runs (exit code "
                    + ended.exitCode() + "): " + ended.err().strip());
        }
        exit = docker.awaitExit(id);
    }

    private static Optional<Integer> printed(CommandResult ended) {
        String text = ended.out().strip();
        return text.matches("[0-9]{1,5}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static End end(Optional<Container> now, Optional<Integer> printed) {
        if (now.isEmpty()) {
            return new End(NotReadyException.Reason.REMOVED, printed, "was removed");
        }
        Container container = now.get();
        int code = printed.orElse(container.exitCode());
        if (alive(container) || container.status().equals("restarting")) {
            return new End(
                    NotReadyException.Reason.RESTARTED,
                    printed,
                    "ended" + printed.map(number -> " with exit code " + number).orElse("")
                            + " and was started again by Docker");
        }
        if (container.status().equals("created")) {
            return new End(NotReadyException.Reason.EXITED, Optional.empty(), "was never started");
        }
        return container.outOfMemory()
                ? new End(
                        NotReadyException.Reason.OUT_OF_MEMORY,
                        Optional.of(code),
                        "ran out of memory and was ended by the kernel (exit code " + code + ")")
                : new End(NotReadyException.Reason.EXITED, Optional.of(code), "ended with exit code " + code);
    }
}
