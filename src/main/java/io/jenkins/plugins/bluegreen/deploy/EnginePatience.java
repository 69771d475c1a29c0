package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.DockerException;
import java.time.Duration;

/**
 * Does what has to be done whatever comes between: an engine that is away for a moment (a restart takes it some seconds),
 * and somebody who calls it off. Work must be such that it can be begun again.
 */
final class EnginePatience {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Progress progress;

    /** What has to be done, and what it comes to. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws InterruptedException;
    }

    EnginePatience(Progress progress) {
        this.progress = progress;
    }

    /**
     * Tries again until it succeeds, fails for another reason, or the engine has been away for two minutes. An interrupt
     * makes it begin again; the thread is interrupted when this returns.
     */
    <T> T insist(Work<T> work) {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return insistUntilInterrupted(work);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T insistUntilInterrupted(Work<T> work) throws InterruptedException {
        long start = System.nanoTime();
        boolean told = false;
        while (true) {
            try {
                return work.run();
            } catch (DockerException e) {
                if (!e.engineUnreachable() || System.nanoTime() - start > LIMIT.toNanos()) {
                    throw e;
                }
                if (!told) {
                    progress.tell(new Event.Note("The Docker engine doesn't answer; waiting for it, for up to 2 min."));
                    told = true;
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }
}
