package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.traffic.Router;
import java.util.List;
import java.util.Optional;

/**
 * Deployments on one Docker host. Thread-safe; every method blocks. The algorithm itself is {@link Switching}.
 *
 * <p>{@link #deploy} and {@link #rollback} report failures rather than throw them. Interrupting their thread calls them
 * off: what has been done is undone first, and the report says {@link Report.Outcome#CANCELLED}.
 */
public final class BlueGreen {
    private final Docker docker;
    private final Progress progress;

    public BlueGreen(Docker docker, Progress progress) {
        this.docker = docker;
        this.progress = progress;
    }

    /** Brings a new version live, or leaves everything as it was. */
    public Report deploy(Deployment deployment) {
        return deploy(deployment, Consent.GIVEN);
    }

    /** The same, where {@code consent} is given to replacing what is live. */
    public Report deploy(Deployment deployment, Consent consent) {
        return run(deployment.terms(), new FreshVersion(docker, deployment, consent));
    }

    /** Brings a kept version live again, or leaves everything as it was. */
    public Report rollback(Rollback rollback) {
        Terms terms = rollback.terms();
        KeptVersion kept = new KeptVersion(docker, terms.names(), terms.network(), rollback.version(), progress);
        return run(terms, kept);
    }

    private Report run(Terms terms, Newcomer newcomer) {
        return new Switching(docker, terms, newcomer, progress).run();
    }

    /** What the host shows of an app. Changes nothing. */
    public AppStatus status(String app) throws InterruptedException {
        Names names = new Names(app);
        return AppStatus.of(Observation.of(docker, names), Lock.holder(docker, names));
    }

    /** The apps that have containers of ours on this host, in alphabetical order. */
    public List<String> apps() throws InterruptedException {
        return docker.containersLabelled(Label.APP).stream()
                .map(container -> container.labels().get(Label.APP))
                .distinct()
                .sorted()
                .toList();
    }

    /** The last deployments of an app, the latest first. */
    public List<HistoryEntry> history(String app) throws InterruptedException {
        return new History(docker, new Names(app)).entries();
    }

    /**
     * Frees an app whose deployer has died, and puts right what it left. Whether one lives can take 20 s to tell.
     *
     * @param terms the app, and how its traffic is moved
     * @param force whether to take the lock away from a deployer that seems alive, too
     * @return what was done, in a sentence
     * @throws LockTimeoutException where a living deployer holds the lock: {@code force} isn't set, or it came right after
     */
    public String unlock(Terms terms, boolean force) throws InterruptedException {
        Optional<Container> held = lock(terms);
        if (held.isPresent() && force) {
            docker.remove(held.get().id());
        }
        try (Lock lock = Lock.takeUnlessHeld(docker, terms.names(), terms.by(), progress)) {
            if (held.isPresent() && force) {
                progress.tell(new Event.Note("Waiting " + Lock.NOTICED.toSeconds()
                        + " s, until whoever held the lock has noticed and stopped."));
                Thread.sleep(Lock.NOTICED.toMillis());
            }
            String before = held.isPresent() && force
                    ? "The lock was taken away from " + Lock.describe(held.get())
                    : before(held, lock);
            return before + converge(terms, lock);
        }
    }

    /**
     * Puts right what a deployer left that has died. Waits for the lock like a deployment.
     *
     * @return what was done, in a sentence
     * @throws LockTimeoutException where another deployment still holds the lock then
     */
    public String putRight(Terms terms) throws InterruptedException {
        Optional<Container> held = lock(terms);
        try (Lock lock = Lock.take(docker, terms.names(), terms.by(), terms.lockWait(), progress)) {
            return before(held, lock) + converge(terms, lock);
        }
    }

    private Optional<Container> lock(Terms terms) throws InterruptedException {
        return docker.container(terms.names().lock())
                .filter(lock -> lock.label(Label.LOCK).isPresent());
    }

    private static String before(Optional<Container> held, Lock lock) {
        if (lock.dead().isPresent()) {
            return "The deployment that held the lock has died (" + lock.dead().get() + ")";
        }
        return held.map(it -> Lock.describe(it) + " held the lock and gave it back by itself")
                .orElse("Nobody held the lock");
    }

    private String converge(Terms terms, Lock lock) throws InterruptedException {
        lock.check();
        Router router = terms.routing().now(docker, terms.app()).open(docker, terms.app());
        Recovery recovery = new Recovery(docker, terms, router, progress);
        return switch (recovery.converge()) {
            case NOTHING -> "; there was nothing to put right.";
            case UNDONE -> "; the unfinished deployment was undone.";
            case FINISHED -> "; the unfinished deployment was finished.";
        };
    }
}
