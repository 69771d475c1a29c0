package io.jenkins.plugins.bluegreen.traffic;

import io.jenkins.plugins.bluegreen.docker.Docker;

/** Which router an app is behind, with its settings: immutable data that can be kept and passed on. */
public interface Routing {
    /**
     * The router itself.
     *
     * @param docker the host's client
     * @param app the app's name, which is also the plain name that neighbours use
     */
    Router open(Docker docker, String app);
}
