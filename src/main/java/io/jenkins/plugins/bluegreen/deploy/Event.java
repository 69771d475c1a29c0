package io.jenkins.plugins.bluegreen.deploy;

import java.time.Duration;

/** Something that a deployment tells while it runs. */
public sealed interface Event {
    /** A phase began. */
    record PhaseStarted(Phase phase) implements Event {}

    /** A phase ended well. {@code outcome} is a sentence: what it found or did. */
    record PhaseFinished(Phase phase, Duration took, String outcome) implements Event {}

    /** A phase failed; undoing follows where there is something to undo. */
    record PhaseFailed(Phase phase, Duration took, String reason) implements Event {}

    /** The candidate, or the new version during bake, was asked whether it's well. */
    record Probed(Phase phase, int attempt, boolean good, String seen, Duration sinceStart) implements Event {}

    /** The old version is still needed. {@code waitingFor} says by whom: {@code 3 connections}. */
    record Draining(String waitingFor, Duration remaining) implements Event {}

    /** Bake goes on. */
    record Baking(Duration remaining) implements Event {}

    /** A rollback has chosen its version under the lock. Told before anything is changed for it. */
    record VersionChosen(String version) implements Event {}

    /** Another deployment holds the lock. {@code holder} says who. */
    record WaitingForLock(String holder, Duration waited, Duration limit) implements Event {}

    /** A line worth telling, such as a line of a hook's output. */
    record Note(String text) implements Event {}

    /** Something went wrong that doesn't change the outcome. */
    record Warning(String text) implements Event {}
}
