package io.jenkins.plugins.bluegreen.liveness;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import java.time.Duration;

/** One question to a running container. Implementations are immutable records. */
public interface Check {
    /**
     * Asks once. Blocks for {@code limit} at most.
     *
     * @param docker the client through which, and the host from which, it asks
     * @param target whom it asks
     */
    Answer ask(Docker docker, Target target, Duration limit) throws InterruptedException;

    /** What is asked and which answer is good, for messages: {@code GET /health, expecting 200-299}. */
    String describe();

    /**
     * Whom to ask.
     *
     * @param container the container's id
     * @param address its address on the app's network
     * @param port the port it listens on
     */
    record Target(String container, String address, int port) {
        /** The container's place on a network; without an address where it isn't on it. */
        public static Target of(Container container, String network, int port) {
            Container.Endpoint endpoint = container.networks().get(network);
            return new Target(container.id(), endpoint == null ? "" : endpoint.address(), port);
        }
    }

    /**
     * What it answered.
     *
     * @param good whether that is what was expected
     * @param seen what was seen, in a few words: {@code 503 Service Unavailable}, {@code connection refused}
     */
    record Answer(boolean good, String seen) {}
}
