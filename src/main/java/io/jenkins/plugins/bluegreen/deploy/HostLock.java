package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Docker;
import java.time.Duration;

/** The lock of an app's deployments, for what else must be done by one at a time on a Docker host. */
public final class HostLock implements AutoCloseable {
    private final Lock lock;

    private HostLock(Lock lock) {
        this.lock = lock;
    }

    /**
     * Takes the lock of this name, waiting for a living holder; one that died is taken over from.
     *
     * @param by who takes it, for people
     * @param wait how long to wait at most
     * @throws LockTimeoutException where it is still held then
     */
    public static HostLock take(Docker docker, String name, String by, Duration wait, Progress progress)
            throws InterruptedException {
        return new HostLock(Lock.take(docker, new Names(name), by, wait, progress));
    }

    /** Makes sure that it is still ours, before something is changed. */
    public void check() throws InterruptedException {
        lock.check();
    }

    /** Gives it back. Doesn't throw. */
    @Override
    public void close() {
        lock.close();
    }
}
