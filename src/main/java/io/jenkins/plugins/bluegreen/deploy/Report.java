package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.meter.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a deployment did. Plain data; holds no secret.
 *
 * @param app the app
 * @param version the version that was to go live
 * @param imageId its image; empty where it got none
 * @param previous the version that was live before
 * @param live the version that is live now
 * @param outcome how it ended
 * @param router what the traffic went through
 * @param by who deployed
 * @param commit which commit
 * @param startedAt when it began
 * @param took how long it took, in milliseconds
 * @param phases its phases in order
 * @param meter what the downtime meter saw; empty where it wasn't asked to look
 * @param meterStartMillis when the meter's time began, in milliseconds since {@code startedAt}
 * @param failure why it didn't succeed
 * @param warnings what went wrong without changing the outcome
 */
public record Report(
        String app,
        String version,
        Optional<String> imageId,
        Optional<String> previous,
        Optional<String> live,
        Outcome outcome,
        String router,
        String by,
        Optional<String> commit,
        Instant startedAt,
        long took,
        List<PhaseRecord> phases,
        Optional<Reading> meter,
        long meterStartMillis,
        Optional<Failure> failure,
        List<String> warnings) {

    /** How a deployment ends. */
    public enum Outcome {
        /** The new version is live. */
        DEPLOYED,
        /** A kept version is live again. */
        ROLLED_BACK_TO,
        /** Another deployment of the app held the lock for too long; nothing was touched. */
        LOCKED,
        /** It failed before any traffic was switched; the old version was never touched. */
        REFUSED,
        /** It failed after the switch, and the traffic went back to the old version. */
        UNDONE,
        /** It was called off, and the old version serves. */
        CANCELLED,
        /** It failed and could not be undone: somebody has to look. */
        BROKEN
    }

    /** A phase with its place in time, in milliseconds since the deployment's start. {@code failed} names its reason. */
    public record PhaseRecord(Phase phase, long startMillis, long tookMillis, String outcome, boolean failed) {}

    /**
     * Why it didn't succeed.
     *
     * @param phase where
     * @param what what happened
     * @param seen what was expected and what was seen; empty where that adds nothing
     * @param log the end of the failed container's log, or of what its build or the pre-switch command wrote, secrets masked; empty where there is none
     * @param advice what to do
     */
    public record Failure(Phase phase, String what, String seen, String log, String advice) {
        /** Whose words {@link #log} is, to stand over it. */
        public String logHeading() {
            return switch (phase) {
                case BUILD -> "The end of what the build said:";
                case PRE_SWITCH -> "The end of what the pre-switch command said:";
                default -> "The end of the container's log:";
            };
        }
    }

    public Report {
        phases = List.copyOf(phases);
        warnings = List.copyOf(warnings);
    }

    /** True where the version that was asked for is live. */
    public boolean succeeded() {
        return outcome == Outcome.DEPLOYED || outcome == Outcome.ROLLED_BACK_TO;
    }

    /** True where another version of the same name is live, from before; where it is broken, nobody knows. */
    public boolean namesakeLive() {
        return !succeeded()
                && outcome != Outcome.BROKEN
                && live.filter(version::equals).isPresent();
    }

    /** Whether {@link #live} tells anything: false where it ended before it had looked, as when it waited for the lock. */
    public boolean looked() {
        return succeeded() || phases.stream().anyMatch(it -> it.phase() == Phase.OBSERVE && !it.failed());
    }
}
