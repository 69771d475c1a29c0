package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.liveness.Liveness;
import io.jenkins.plugins.bluegreen.traffic.Routing;
import java.time.Duration;
import java.util.Optional;

/** What a deployment and a rollback have in common; see {@link Deployment} for the meaning of each. */
record Terms(
        Names names,
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

    static Terms of(Deployment deployment) {
        return new Terms(
                new Names(deployment.app()),
                deployment.network(),
                deployment.port(),
                deployment.liveness(),
                deployment.routing(),
                deployment.drain(),
                deployment.run().stopGrace(),
                deployment.bake(),
                deployment.keep(),
                deployment.lockWait(),
                deployment.metering(),
                deployment.by());
    }

    static Terms of(Rollback rollback) {
        return new Terms(
                new Names(rollback.app()),
                rollback.network(),
                rollback.port(),
                rollback.liveness(),
                rollback.routing(),
                rollback.drain(),
                rollback.stopGrace(),
                rollback.bake(),
                rollback.keep(),
                rollback.lockWait(),
                rollback.metering(),
                rollback.by());
    }
}
