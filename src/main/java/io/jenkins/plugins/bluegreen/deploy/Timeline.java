package io.jenkins.plugins.bluegreen.deploy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs phases, tells of them, and remembers when each began and how it ended. For one thread. */
final class Timeline {
    private final Progress progress;
    private final Instant startedAt = Instant.now();
    private final long start = System.nanoTime();
    private final List<Report.PhaseRecord> phases = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private Optional<Phase> failedIn = Optional.empty();

    Timeline(Progress progress) {
        this.progress = progress;
    }

    /** What a phase does; returns what there is to say of it, or an empty text where it had nothing to do. */
    @FunctionalInterface
    interface Work {
        String run() throws InterruptedException;
    }

    void run(Phase phase, Work work) throws InterruptedException {
        long begun = elapsedMillis();
        progress.tell(new Event.PhaseStarted(phase));
        boolean done = false;
        String outcome = "";
        try {
            outcome = work.run();
            done = true;
        } catch (RuntimeException e) {
            outcome = e.getMessage();
            throw e;
        } catch (InterruptedException e) {
            outcome = "called off";
            throw e;
        } finally {
            finished(phase, begun, done, String.valueOf(outcome));
        }
    }

    /** Why a phase ended early, in words; whoever calls it off gives none. */
    static String reason(Exception e) {
        return e instanceof InterruptedException ? "it was called off" : String.valueOf(e.getMessage());
    }

    private void finished(Phase phase, long begun, boolean done, String outcome) {
        long took = elapsedMillis() - begun;
        phases.add(new Report.PhaseRecord(phase, begun, took, outcome, !done));
        if (done) {
            progress.tell(new Event.PhaseFinished(phase, Duration.ofMillis(took), outcome));
        } else {
            failedIn = failedIn.or(() -> Optional.of(phase));
            progress.tell(new Event.PhaseFailed(phase, Duration.ofMillis(took), outcome));
        }
    }

    void warn(String text) {
        warnings.add(text);
        progress.tell(new Event.Warning(text));
    }

    /** True where this phase has begun. */
    boolean reached(Phase phase) {
        return phases.stream().anyMatch(record -> record.phase() == phase);
    }

    long elapsedMillis() {
        return (System.nanoTime() - start) / 1_000_000;
    }

    Instant startedAt() {
        return startedAt;
    }

    List<Report.PhaseRecord> phases() {
        return phases;
    }

    List<String> warnings() {
        return warnings;
    }

    /** The first phase that failed. */
    Optional<Phase> failedIn() {
        return failedIn;
    }
}
