package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.traffic.Routing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Replacing a container that we didn't create, of which users may be fond in ways that nobody has told us.
 *
 * @param live the container
 * @param routing which router the app will be behind
 * @param network the app's network
 * @param networks further networks of the new version
 */
public record Takeover(Container live, Routing routing, String network, List<String> networks) {
    /** Docker's default one, on which nobody is found by a name. */
    private static final String NAMELESS = "bridge";

    /** By which ways users may reach it that won't lead to the new version, in words; none where all will. */
    public List<String> losses() {
        Stream<String> ports = live.publishedPorts().stream()
                .filter(port -> routing.hostPort().stream().noneMatch(port::equals))
                .map(port -> "port " + port + " of this host");
        Stream<String> places = live.networks().keySet().stream()
                .filter(name -> !name.equals(network) && !name.equals(NAMELESS) && !networks.contains(name))
                .map(name -> "network '" + name + "'")
                .sorted();
        return Stream.concat(ports, places).toList();
    }

    /**
     * True where it is found by its name not only because it is called so. Docker takes such a name away when it has
     * stopped, not when it's renamed, so while it is stopping, new requests are still led to it and refused.
     */
    public boolean isFoundWhileStopping() {
        return Optional.ofNullable(live.networks().get(network))
                .filter(endpoint -> endpoint.aliases().contains(live.name()))
                .isPresent();
    }

    /** Refuses where it would cut users off. */
    void check() {
        if (!losses().isEmpty()) {
            throw new DeploymentException(
                    "'" + live.name() + "', which wasn't started by a deployment, can be reached by "
                            + String.join(" and by ", losses()) + "; the new version couldn't.",
                    "Give a published port to router 'port', and a network as a further one. Where nobody comes that"
                            + " way, accept the gap (--accept-gap, in Jenkins 'acceptGap').");
        }
        if (isFoundWhileStopping()) {
            throw new DeploymentException(
                    "'" + live.name()
                            + "', which wasn't started by a deployment, has its name as a network alias too, as"
                            + " Compose gives it: who looks it up on '" + network + "' while it is being stopped may be"
                            + " led to it and refused.",
                    "Accept that this once (--accept-gap, in Jenkins 'acceptGap'): later deployments have no such gap.");
        }
    }
}
