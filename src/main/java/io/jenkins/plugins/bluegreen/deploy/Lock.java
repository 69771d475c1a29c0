package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.docker.DockerException;
import io.jenkins.plugins.bluegreen.host.HostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One deployment at a time for each app, on the Docker host itself, so that a Jenkins and a shell exclude each other.
 *
 * <p>The lock is a container that is created and never started. Docker gives a name to one container only, which makes
 * taking it atomic; its labels say who holds it. A container's labels can't be changed later, but the retry limit of its
 * restart policy can: the holder counts it up as a heartbeat. A holder is dead where its process can be seen to be gone,
 * or where its heart hasn't beaten for {@link #PATIENCE}.
 */
final class Lock implements AutoCloseable {
    /** How long a heart may be silent. A busy engine can take seconds for one call. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration BEAT = Duration.ofSeconds(3);

    /** After how long a holder whose lock was taken away knows it, and has ended the command that it was in. */
    static final Duration NOTICED = BEAT.plusSeconds(3);

    private static final String IMAGE = "bluegreen/lock:1";

    private final Docker docker;
    private final String app;
    private final String id;
    private final Optional<String> dead;
    private final Thread heart;
    private int beats;
    private long lastBeat = System.nanoTime();
    private volatile boolean lost;

    private Lock(Docker docker, String app, String id, Optional<String> dead) {
        this.docker = docker;
        this.app = app;
        this.id = id;
        this.dead = dead;
        this.heart = new Thread(this::beat, "bluegreen-lock-" + app);
        heart.setDaemon(true);
        heart.start();
    }

    /**
     * Takes the lock, waiting for a living holder.
     *
     * @param by who takes it, for people
     * @param wait how long to wait at most
     * @throws LockTimeoutException where it's still held then
     */
    static Lock take(Docker docker, Names names, String by, Duration wait, Progress progress)
            throws InterruptedException {
        return take(docker, names, by, wait, false, progress);
    }

    /**
     * Takes the lock where it's free or its holder is dead. That one lives is known as soon as its heart beats.
     *
     * @throws LockTimeoutException where the holder lives
     */
    static Lock takeUnlessHeld(Docker docker, Names names, String by, Progress progress) throws InterruptedException {
        return take(docker, names, by, PATIENCE, true, progress);
    }

    private static Lock take(Docker docker, Names names, String by, Duration wait, boolean refusing, Progress progress)
            throws InterruptedException {
        Optional<String> dead = Optional.empty();
        long start = System.nanoTime();
        makeImage(docker);
        Vigil vigil = new Vigil();
        while (true) {
            Optional<String> taken = tryTake(docker, names, by);
            if (taken.isPresent()) {
                return new Lock(docker, names.app(), taken.get(), dead);
            }
            Optional<Container> holder = docker.container(names.lock());
            if (holder.isEmpty()) {
                continue;
            }
            if (holder.get().label(Label.LOCK).isEmpty()) {
                throw new DeploymentException(
                        "The container '" + names.lock() + "' has the name of the lock of '" + names.app()
                                + "', and isn't one.",
                        "Rename it or remove it, then try again.");
            }
            if (vigil.dead(holder.get())) {
                progress.tell(new Event.Note("The deployment that held the lock has died (" + describe(holder.get(), by)
                        + "); taking over."));
                docker.remove(holder.get().id());
                dead = Optional.of(describe(holder.get(), by));
                continue;
            }
            if (refusing && vigil.beats()) {
                throw LockTimeoutException.living(names.app(), describe(holder.get()));
            }
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (!refusing && waited.compareTo(wait) >= 0) {
                throw new LockTimeoutException(names.app(), describe(holder.get()), waited.toSeconds());
            }
            progress.tell(new Event.WaitingForLock(describe(holder.get(), by), waited, wait));
            Thread.sleep(250);
        }
    }

    private static void makeImage(Docker docker) throws InterruptedException {
        if (docker.image(IMAGE).isEmpty()) {
            docker.build(List.of("--quiet", "--tag", IMAGE, "-"), "FROM scratch\nLABEL bluegreen.lock-image=1\n");
        }
    }

    private static Optional<String> tryTake(Docker docker, Names names, String by) throws InterruptedException {
        try {
            return Optional.of(docker.create(List.of(
                    "--name=" + names.lock(),
                    "--label=" + Label.LOCK + "=" + names.app(),
                    "--label=" + Label.HOLDER + "=" + by,
                    "--label=" + Label.PROCESS + "=" + Holder.self().text(),
                    "--network=none",
                    IMAGE,
                    "never-started")));
        } catch (DockerException e) {
            if (e.nameInUse()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Who held it and had died, where it was taken over from one. */
    Optional<String> dead() {
        return dead;
    }

    /** Who holds the lock of an app, for people; empty where nobody alive does. */
    static Optional<String> holder(Docker docker, Names names) throws InterruptedException {
        return docker.container(names.lock()).filter(lock -> !abandoned(lock)).map(Lock::describe);
    }

    /** True where a lock's holder is known to be dead without waiting for its heartbeat. */
    private static boolean abandoned(Container lock) {
        return lock.label(Label.PROCESS)
                .flatMap(Holder::parse)
                .filter(Holder::dead)
                .isPresent();
    }

    /** What people call the holder of a lock. */
    static String describe(Container lock) {
        return lock.label(Label.HOLDER).orElse("unknown holder");
    }

    /** The same for {@code by}, who may be it: a build that goes on after a restart, or somebody who tries again. */
    private static String describe(Container lock, String by) {
        String holder = describe(lock);
        return holder.equals(by) ? "an earlier attempt of " + by : holder;
    }

    /**
     * Makes sure that the lock is still ours, before anything is changed. After a long silence (a suspended machine) the
     * heart is made to beat first, since somebody may have taken over meanwhile.
     */
    synchronized void check() throws InterruptedException {
        if (!lost && System.nanoTime() - lastBeat > PATIENCE.toNanos() / 2) {
            beatOnce();
        }
        if (lost) {
            throw new LockLostException(app);
        }
    }

    /**
     * The same, at once and by asking: after a failure, whose reason may be that somebody took over just now. Where the
     * engine can't be asked the lock counts as ours.
     */
    synchronized void verify() throws InterruptedException {
        if (!lost) {
            beatOnce();
        }
        check();
    }

    private void beat() {
        try {
            while (!lost) {
                Thread.sleep(BEAT.toMillis());
                beatOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void beatOnce() throws InterruptedException {
        try {
            docker.restartPolicy(id, "on-failure:" + ++beats);
            lastBeat = System.nanoTime();
        } catch (DockerException e) {
            // An engine that restarts can't give the lock to anyone else either.
            lost = !e.engineUnreachable() && e.getMessage().contains("No such container");
        } catch (HostException ignored) {
            // A client that hangs or can't be started just now: the next beat may succeed.
        }
    }

    /** Gives the lock back. Doesn't throw: a lock left behind is taken over by the next deployment. */
    @Override
    public void close() {
        heart.interrupt();
        boolean interrupted = Thread.interrupted();
        try {
            heart.join();
            docker.remove(id);
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (DockerException | HostException ignored) {
            // The next deployment sees that this process is gone.
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Watches one holder's heart, on this machine's own clock. */
    private static final class Vigil {
        private String watched = "";
        private int lastSeen;
        private long since;
        private boolean beats;

        boolean dead(Container lock) {
            if (abandoned(lock)) {
                return true;
            }
            boolean same = lock.id().equals(watched);
            if (!same || lock.restartLimit() != lastSeen) {
                beats = same;
                watched = lock.id();
                lastSeen = lock.restartLimit();
                since = System.nanoTime();
            }
            return System.nanoTime() - since > PATIENCE.toNanos();
        }

        /** True where the holder's heart was seen to beat. */
        boolean beats() {
            return beats;
        }
    }
}
