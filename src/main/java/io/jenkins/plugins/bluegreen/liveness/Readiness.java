package io.jenkins.plugins.bluegreen.liveness;

import io.jenkins.plugins.bluegreen.docker.Docker;
import java.time.Duration;

/**
 * Waits until a container serves, and watches whether it goes on serving. Thread-safe; both methods block, on the
 * calling thread, and end early with {@link InterruptedException}. Where Docker itself fails they throw what
 * {@link Docker} throws.
 */
public final class Readiness {
    /** Once a container answers, the rest of the answers in a row needn't cost a whole interval each. */
    private static final Duration CONFIRMATION = Duration.ofMillis(50);

    private final Docker docker;
    private final Liveness liveness;

    public Readiness(Docker docker, Liveness liveness) {
        this.docker = docker;
        this.liveness = liveness;
    }

    /** Hears every answer, on the waiting thread; must return soon and not throw. */
    @FunctionalInterface
    public interface Listener {
        /** Takes one answer; attempts count from 1. */
        void heard(int attempt, Check.Answer answer, Duration sinceStart);
    }

    /**
     * Waits for as many good answers in a row as are needed. A deadline counts from this call.
     *
     * @throws NotReadyException at the deadline, or as soon as the container ends, is restarted or is removed, or has no
     *     health check that was to be heard
     */
    public void await(Check.Target target, Listener listener) throws InterruptedException {
        try (Interview interview = new Interview(docker, liveness.check(), target, listener)) {
            interview.refuseDead();
            int good = 0;
            while (true) {
                Duration left = liveness.deadline().minus(interview.elapsed());
                if (!Interview.isPositive(left)) {
                    throw late(interview);
                }
                Check.Answer answer = interview.ask(liveness.timeout(), left);
                if (answer.equals(HealthCheck.NONE)) {
                    throw interview.failure(
                            NotReadyException.Reason.DEADLINE,
                            "Its image declares no HEALTHCHECK to go by. Add one to its Dockerfile, or have it asked over"
                                    + " HTTP, by TCP or by a command.");
                }
                good = answer.good() ? good + 1 : 0;
                if (good >= liveness.successes()) {
                    interview.refuseEnded();
                    return;
                }
                Duration interval =
                        good > 0 ? Interview.shorter(liveness.interval(), CONFIRMATION) : liveness.interval();
                interview.pause(interval, liveness.deadline());
            }
        }
    }

    /**
     * Asks on for {@code time}. As many bad answers in a row as good ones were needed end it; where the last one is bad
     * when the time is over it asks on until that is settled.
     *
     * @throws NotReadyException when that happens, or as soon as the container ends, is restarted or is removed
     */
    public void watch(Check.Target target, Duration time, Listener listener) throws InterruptedException {
        try (Interview interview = new Interview(docker, liveness.check(), target, listener)) {
            int bad = 0;
            while (bad > 0 || interview.elapsed().compareTo(time) < 0) {
                Check.Answer answer = interview.ask(liveness.timeout(), liveness.timeout());
                bad = answer.good() ? 0 : bad + 1;
                if (bad >= liveness.successes()) {
                    interview.refuseEndedByNow();
                    throw unwell(interview, answer);
                }
                interview.pause(
                        liveness.interval(), bad > 0 ? interview.elapsed().plus(liveness.interval()) : time);
            }
            interview.refuseEnded();
        }
    }

    private NotReadyException late(Interview interview) {
        return interview.failure(
                NotReadyException.Reason.DEADLINE,
                "The container did not become ready within " + Interview.spoken(liveness.deadline()) + ".");
    }

    private NotReadyException unwell(Interview interview, Check.Answer answer) {
        return interview.failure(
                NotReadyException.Reason.UNWELL,
                "The container was ready and no longer is: " + liveness.successes()
                        + " bad answers in a row, the last one: " + answer.seen() + ".");
    }
}
