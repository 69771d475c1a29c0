package io.jenkins.plugins.bluegreen.traffic;

import io.jenkins.plugins.bluegreen.docker.Docker;
import java.util.Map;
import java.util.OptionalInt;

/** Which router an app is behind, with its settings: immutable data that can be kept and passed on. */
public interface Routing {
    /**
     * The router itself.
     *
     * @param docker the host's client
     * @param app the app's name, which is also the plain name that neighbours use
     */
    Router open(Docker docker, String app);

    /**
     * Whom it moves: two routings with the same one move the same users. Told in words, for comparing; it may hold no
     * secret.
     */
    String door();

    /**
     * The same as it is now: what an app is behind may be changed by a deployment that another one waits for, so it's to be
     * asked once nobody else can. May ask Docker, so it blocks.
     */
    default Routing now(Docker docker, String app) throws InterruptedException {
        return this;
    }

    /** Labels by which the app's containers remember it. */
    default Map<String, String> labels() {
        return Map.of();
    }

    /** True where users name the app's port themselves, and so are lost where it changes. */
    default boolean leavesPortToUsers() {
        return false;
    }

    /** The port of the host that it owns; empty where it owns none. */
    default OptionalInt hostPort() {
        return OptionalInt.empty();
    }
}
