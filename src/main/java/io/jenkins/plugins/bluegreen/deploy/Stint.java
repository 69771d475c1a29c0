package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Container;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The last time that a container ran, from {@code start} to {@code end}. */
record Stint(Container container, Instant start, Instant end) {
    static Stint of(Container container) {
        Instant start = container.startedAt().orElse(Instant.EPOCH);
        return new Stint(
                container,
                start,
                container.running() ? Instant.MAX : container.finishedAt().orElse(start));
    }

    /** The order in which they were live last. */
    static Comparator<Stint> lastLiveFirst(List<Stint> all) {
        return Comparator.comparing((Stint one) -> one.lastLive(all)).reversed();
    }

    /**
     * When it was given up. A version that ran only while another one did all the time was tried by a rollback and sent back,
     * so that tells nothing: it was given up when the one after it came.
     */
    private Instant lastLive(List<Stint> all) {
        if (all.stream().noneMatch(this::isWithin)) {
            return end;
        }
        return all.stream()
                .map(other -> other.container.createdAt())
                .filter(container.createdAt()::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(end);
    }

    private boolean isWithin(Stint other) {
        return other.start.isBefore(start) && other.end.isAfter(end);
    }
}
