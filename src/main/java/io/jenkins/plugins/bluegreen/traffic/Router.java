package io.jenkins.plugins.bluegreen.traffic;

import io.jenkins.plugins.bluegreen.docker.Container;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends the requests of one app to one of its containers. Not thread-safe; every method blocks. Where it says what it
 * does, it has been done when the method returns, and doing it again does no harm.
 */
public interface Router {
    /** What it is, for messages: {@code nginx 'edge'}. */
    String describe();

    /**
     * Checks, touching nothing, that {@link #route} could succeed.
     *
     * @param network the app's network
     * @throws RouterException where it couldn't, and why
     */
    void preflight(String network) throws InterruptedException;

    /** What {@link #fetch} has to fetch, in a few words; empty where nothing is missing. */
    default Optional<String> missing() throws InterruptedException {
        return Optional.empty();
    }

    /**
     * Fetches what the first {@link #route} needs and the user has named, such as an image, which touches no user.
     *
     * @throws RouterException where it isn't to be had
     */
    default void fetch() throws InterruptedException {}

    /** Where the requests go now, as {@code host:port}; empty where nothing has been set or it can't be known. */
    Optional<String> current() throws InterruptedException;

    /** True where requests are known to go to this backend. */
    default boolean sendsTo(Backend backend) throws InterruptedException {
        return current().filter(backend.toString()::equals).isPresent();
    }

    /** What whoever deploys should know before the switch; empty where there is nothing to say. */
    default Optional<String> caution() {
        return Optional.empty();
    }

    /**
     * Sends all new requests to {@code live}; requests under way are finished where they are.
     *
     * @param live where to
     * @param standby gets a request that {@code live} refuses, where the router can do that and else nothing
     * @throws RouterException where the router refused; what it did before, it then goes on doing
     */
    void route(Backend live, Optional<Backend> standby) throws InterruptedException;

    /**
     * True where a container itself holds what this router needs, such as a published port: the two can't run at once. The
     * app's own has to be stopped before the first {@link #route}, the only one that costs a gap.
     */
    default boolean rivals(Container container) {
        return false;
    }

    /** Gives up what a rival needs in order to run again, this router's own container included. */
    default void makeWayFor(Container rival) throws InterruptedException {}

    /**
     * Takes back a first {@link #route}: no backend is to be had any more, so requests are answered with an error until the
     * next one. Where nothing was routed it does nothing.
     */
    default void withdraw() throws InterruptedException {}

    /**
     * Waits until this router sends nothing to a backend any more, neither new requests nor ones under way.
     *
     * @param limit how long at most; who waits longer may call again and again
     * @return true where the router knows that it has left; false where the limit passed first
     */
    boolean awaitLeft(Backend left, Duration limit) throws InterruptedException;

    /** Whom {@link #awaitLeft} waits for, for messages: {@code old workers of nginx 'edge'}. */
    String stragglers();

    /**
     * How long the old version must be kept after a switch because this router, or a cache before it, can go on sending
     * requests there without anybody being able to see it.
     */
    Duration afterglow();
}
