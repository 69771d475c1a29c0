package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.host.Mask;
import io.jenkins.plugins.bluegreen.traffic.Routing;
import java.util.Optional;

/** The version that is to go live, whether built, pulled or kept from before. */
interface Newcomer {
    /** What it's called, as far as that is known before {@link #prepare}. */
    String version();

    /** Which commit it is, where that is known. */
    Optional<String> commit();

    /** Hides its secrets; where they come from its container, only after {@link #prepare}. */
    Mask mask();

    /**
     * Looks at what is live, now that nobody else may change it.
     *
     * @param routing the router that the app will be behind
     * @throws DeploymentException where it must not be replaced by this version
     */
    default void consider(Observation seen, Routing routing) throws InterruptedException {}

    /**
     * Gets its image; says what it did.
     *
     * @throws DeploymentException where there is none
     */
    String prepare(Observation seen) throws InterruptedException;

    /** Starts its container without traffic, under the colour that is free, and returns it running; it remembers its router. */
    Container start(Observation seen, Routing routing) throws InterruptedException;

    /** Runs what must succeed before the switch; says what it did, or nothing where there is nothing to run. */
    String preSwitch(Container container) throws InterruptedException;
}
