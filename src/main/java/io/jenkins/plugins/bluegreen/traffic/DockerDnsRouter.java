package io.jenkins.plugins.bluegreen.traffic;

import io.jenkins.plugins.bluegreen.docker.Docker;
import java.time.Duration;
import java.util.Optional;

/** Does nothing itself: the engine swaps the names, and Docker's DNS follows at once. Its clients' caches don't. */
final class DockerDnsRouter implements Router {
    private final Docker docker;
    private final String app;
    private final Duration cache;

    DockerDnsRouter(Docker docker, String app, Duration cache) {
        this.docker = docker;
        this.app = app;
        this.cache = cache;
    }

    @Override
    public String describe() {
        return "Docker's DNS name '" + app + "'";
    }

    @Override
    public void preflight(String network) throws InterruptedException {
        if (!docker.networkExists(network)) {
            throw new RouterException("There is no Docker network '" + network + "' on which '" + app
                    + "' could be found by its name. Create it: docker network create " + network);
        }
    }

    @Override
    public Optional<String> current() {
        return Optional.empty();
    }

    @Override
    public void route(Backend live, Optional<Backend> standby) {
        // The names are the engine's, and it swaps them whatever the router.
    }

    /** True at once: nothing here can be seen to leave, which is what {@link #afterglow()} is for. */
    @Override
    public boolean awaitLeft(Backend left, Duration limit) {
        return true;
    }

    @Override
    public String stragglers() {
        return "users of " + describe();
    }

    @Override
    public Duration afterglow() {
        return cache;
    }
}
