package io.jenkins.plugins.bluegreen.traffic;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.docker.DockerException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The worker processes of an nginx in a container. A reload only signals nginx: its old workers take requests by the old
 * configuration until the new ones have started, then finish what they have and end. So whoever reloads looks at
 * {@link #now()} first, and waits for those afterwards. Thread-safe; every method blocks.
 */
final class NginxWorkers {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String WORKER = "nginx: worker process";
    private static final String RETIRED = " is shutting down";

    private final Docker docker;
    private final String container;

    /** @param container the name or id of the container in which nginx runs */
    NginxWorkers(Docker docker, String container) {
        this.docker = docker;
        this.container = container;
    }

    /** The workers of this moment, by their number on the Docker host; those that are shutting down too. */
    Set<Long> now() throws InterruptedException {
        return numbers(line -> true);
    }

    /** The workers that take no new requests any more, and finish those that they have. */
    Set<Long> retired() throws InterruptedException {
        return numbers(NginxWorkers::isRetired);
    }

    /** Waits until none of these takes new requests any more. True where that is so, false where the limit passed. */
    boolean awaitRetired(Set<Long> workers, Duration limit) throws InterruptedException {
        return awaitNone(workers, line -> !isRetired(line), limit);
    }

    /** Waits until none of these is left. True where that is so, false where the limit passed first. */
    boolean awaitGone(Set<Long> workers, Duration limit) throws InterruptedException {
        return awaitNone(workers, line -> true, limit);
    }

    private boolean awaitNone(Set<Long> workers, Predicate<String> kind, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (numbers(kind).stream().anyMatch(workers::contains)) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            Thread.sleep(Math.min(PAUSE.toMillis(), 1 + left / 1_000_000));
        }
        return true;
    }

    private Set<Long> numbers(Predicate<String> kind) throws InterruptedException {
        return processes().entrySet().stream()
                .filter(process -> process.getValue().startsWith(WORKER))
                .filter(process -> kind.test(process.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A container that was stopped has no worker left; one that can't be asked is another matter. */
    private Map<Long, String> processes() throws InterruptedException {
        try {
            return docker.processes(container);
        } catch (DockerException e) {
            if (docker.container(container).filter(found -> found.running()).isEmpty()) {
                return Map.of();
            }
            throw e;
        }
    }

    private static boolean isRetired(String line) {
        return line.endsWith(RETIRED);
    }
}
