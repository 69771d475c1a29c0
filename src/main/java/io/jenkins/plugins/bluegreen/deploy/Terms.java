package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.liveness.Liveness;
import io.jenkins.plugins.bluegreen.traffic.Routing;
import java.time.Duration;
import java.util.Optional;

/**
 * How an app's traffic is moved from one of its containers to another, whichever way: what a {@link Deployment}, a
 * {@link Rollback} and putting right an unfinished one have in common. Immutable.
 *
 * @param app the app
 * @param network as in {@link Deployment}, like all that follow
 */
public record Terms(
        String app,
        String network,
        int port,
        Liveness liveness,
        Routing routing,
        Drain drain,
        Duration stopGrace,
        Duration bake,
        int keep,
        Duration lockWait,
        Optional<Metering> metering,
        String by) {

    /** The names of the app's containers and images. */
    Names names() {
        return new Names(app);
    }
}
