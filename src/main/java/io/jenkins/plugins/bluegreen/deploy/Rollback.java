package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.liveness.Liveness;
import io.jenkins.plugins.bluegreen.traffic.Routing;
import java.time.Duration;
import java.util.Optional;

/**
 * A way back to a kept version, described: it is started again as it was, probed, and switched to like a new one.
 *
 * @param app the app
 * @param version the kept version; empty means the one before the live one
 * @param network as in {@link Deployment}, like all that follow
 */
public record Rollback(
        String app,
        Optional<String> version,
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
        String by) {}
