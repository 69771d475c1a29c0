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

    /**
     * The order in which they were live last. A version that ran only while another one did all the time was tried and
     * sent back, by a rollback that failed: it is no better candidate for the next one than it was before, so it comes
     * last.
     */
    static Comparator<Stint> lastLiveFirst(List<Stint> all) {
        return Comparator.comparing((Stint one) -> all.stream().anyMatch(one::isWithin))
                .thenComparing(Stint::end, Comparator.reverseOrder());
    }

    private boolean isWithin(Stint other) {
        return other.start.isBefore(start) && other.end.isAfter(end);
    }
}
