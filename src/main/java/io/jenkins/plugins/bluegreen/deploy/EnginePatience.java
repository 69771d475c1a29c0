package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.DockerException;
import java.time.Duration;

/** Does what has to be done even though the engine is away for a moment: a restart takes it some seconds. */
final class EnginePatience {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Progress progress;

    EnginePatience(Progress progress) {
        this.progress = progress;
    }

    /** Tries again until it succeeds, fails for another reason, or the engine has been away for two minutes. */
    String insist(Timeline.Work work) throws InterruptedException {
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
