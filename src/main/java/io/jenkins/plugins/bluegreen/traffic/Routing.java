package io.jenkins.plugins.bluegreen.traffic;

import io.jenkins.plugins.bluegreen.docker.Docker;
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

    /** The port of the host that it owns; empty where it owns none. */
    default OptionalInt hostPort() {
        return OptionalInt.empty();
    }
}
