package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.host.Secret;
import io.jenkins.plugins.bluegreen.liveness.Liveness;
import io.jenkins.plugins.bluegreen.traffic.Routing;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One deployment, described: immutable, with everything that the engine needs to know and nothing that it finds out.
 *
 * @param app the app's name: its container's, its image's, and the name by which neighbours reach it
 * @param version what this version is called; also its image's tag
 * @param source where its image comes from
 * @param network the app's network
 * @param port the port on which the container listens
 * @param environment the container's environment
 * @param run how the container is run
 * @param liveness when it counts as ready
 * @param preSwitch what must succeed before the switch
 * @param routing which router it is behind
 * @param drain how the old version is let go
 * @param bake how long the new version is watched before the old one is stopped; zero means not at all
 * @param keep how many earlier versions are kept for rollback
 * @param lockWait how long to wait for another deployment of this app
 * @param metering what the downtime meter calls
 * @param by who deploys: a user, a build
 * @param commit which commit is deployed
 * @param acceptGap whether to go on although users of what the new version lacks are cut off, see {@link Takeover}
 */
public record Deployment(
        String app,
        String version,
        Source source,
        String network,
        int port,
        Map<String, Secret> environment,
        RunOptions run,
        Liveness liveness,
        Optional<Hook> preSwitch,
        Routing routing,
        Drain drain,
        Duration bake,
        int keep,
        Duration lockWait,
        Optional<Metering> metering,
        String by,
        Optional<String> commit,
        boolean acceptGap) {

    public Deployment {
        environment = Map.copyOf(environment);
        DeploymentRules rules = new DeploymentRules();
        rules.check(app, version, network, port, environment, run, source, keep);
        rules.check(liveness, preSwitch, drain, bake, lockWait);
        rules.check(metering, by, commit);
    }

    /** How the app's traffic is moved: what is the same for a deployment and a way back. */
    public Terms terms() {
        return new Terms(
                app, network, port, liveness, routing, drain, run.stopGrace(), bake, keep, lockWait, metering, by);
    }
}
