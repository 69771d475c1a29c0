package io.jenkins.plugins.bluegreen.liveness;

import io.jenkins.plugins.bluegreen.docker.Docker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Questions to one container, one after another, that stop at once when the container ends. Each is asked on a thread of
 * its own, so that neither a dead container's address nor a check that ignores its limit holds up the one who asks.
 */
final class Interview implements AutoCloseable {
    /** How often a question under way is left to see whether the container still runs. */
    private static final Duration SLICE = Duration.ofMillis(20);

    /** A check that keeps its limit can say better than we what went wrong: it gets the time to do so. */
    private static final Duration GRACE = Duration.ofMillis(50);

    private final Docker docker;
    private final Check check;
    private final Check.Target target;
    private final Readiness.Listener listener;
    private final long begun = System.nanoTime();
    private final Lifeline lifeline;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "bluegreen-check");
        thread.setDaemon(true);
        return thread;
    });
    private Duration asked = Duration.ZERO;
    private int attempts;
    private String seen = "";

    Interview(Docker docker, Check check, Check.Target target, Readiness.Listener listener)
            throws InterruptedException {
        this.docker = docker;
        this.check = check;
        this.target = target;
        this.listener = listener;
        this.lifeline = new Lifeline(docker, target.container());
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Fails where the container had ended or been restarted before the first question. */
    void refuseDead() {
        failWhere(lifeline.before());
    }

    /** Fails where the container has ended. */
    void refuseEnded() throws InterruptedException {
        failWhere(lifeline.cut(Duration.ZERO));
    }

    /** The same where the client that waits may be late to say so: asks Docker. */
    void refuseEndedByNow() throws InterruptedException {
        failWhere(lifeline.now());
    }

    /**
     * Asks once and tells the listener. Where there is less time left than an answer may take, silence says little: then
     * what was seen before remains.
     */
    Check.Answer ask(Duration timeout, Duration left) throws InterruptedException {
        Duration limit = shorter(timeout, left);
        attempts++;
        asked = elapsed();
        Check.Answer answer = answered(threads.submit(() -> check.ask(docker, target, limit)), limit);
        if (attempts == 1 || limit.equals(timeout) || !answer.equals(NoAnswer.within(limit))) {
            seen = answer.seen();
        }
        listener.heard(attempts, answer, elapsed());
        return answer;
    }

    /** Waits until {@code interval} has passed since the last question was asked, but not beyond {@code end}. */
    void pause(Duration interval, Duration end) throws InterruptedException {
        Duration until = shorter(asked.plus(interval), end);
        for (Duration left = until.minus(elapsed()); isPositive(left); left = until.minus(elapsed())) {
            failWhere(lifeline.cut(left));
        }
    }

    /** The failure to throw when the answers were not good enough. */
    NotReadyException failure(NotReadyException.Reason reason, String sentence) {
        return failure(reason, sentence, Optional.empty());
    }

    @Override
    public void close() {
        lifeline.close();
        threads.shutdownNow();
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private Check.Answer answered(Future<Check.Answer> question, Duration limit) throws InterruptedException {
        Duration end = asked.plus(limit).plus(GRACE);
        try {
            while (elapsed().compareTo(end) < 0) {
                Optional<Check.Answer> answer = within(SLICE, question);
                if (answer.isPresent()) {
                    return answer.get();
                }
                refuseEnded();
            }
            return NoAnswer.within(limit);
        } finally {
            question.cancel(true);
        }
    }

    private static Optional<Check.Answer> within(Duration slice, Future<Check.Answer> question)
            throws InterruptedException {
        try {
            return Optional.of(question.get(slice.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A check broke: " + e.getCause(), e.getCause());
        }
    }

    private void failWhere(Optional<Lifeline.End> end) {
        if (end.isPresent()) {
            throw failure(
                    end.get().reason(),
                    "The container " + end.get().words() + " after " + spoken(elapsed()) + ".",
                    end.get().exitCode());
        }
    }

    private NotReadyException failure(NotReadyException.Reason reason, String sentence, Optional<Integer> exitCode) {
        return new NotReadyException(
                sentence, reason, check.describe(), new NotReadyException.Progress(attempts, seen), exitCode);
    }

    /** A duration in a sentence: {@code 850 ms}, {@code 12.5 s}. */
    static String spoken(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        long tenths = millis / 100;
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " s";
    }
}
