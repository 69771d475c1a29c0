package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.DiskSpace;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.traffic.PublishedPort;
import io.jenkins.plugins.bluegreen.traffic.Router;
import java.util.Optional;

/** What must hold before anything is touched. */
final class Preflight {
    private static final int LEAST_FREE_MIB = 100;

    private final Docker docker;
    private final Terms terms;
    private final Router router;

    Preflight(Docker docker, Terms terms, Router router) {
        this.docker = docker;
        this.terms = terms;
        this.router = router;
    }

    String check(Observation seen, Timeline timeline) throws InterruptedException {
        String network = terms.network();
        checkNetwork(network);
        checkDisk();
        if (seen.live().isPresent()) {
            checkLive(seen, seen.live().get(), timeline);
        }
        router.preflight(network);
        router.caution().ifPresent(timeline::warn);
        return "network " + network + " and " + router.describe() + " are fine";
    }

    private void checkNetwork(String network) throws InterruptedException {
        String name = docker.networkName(network)
                .orElseThrow(() -> new DeploymentException(
                        "The network '" + network + "' doesn't exist on this Docker host.",
                        "Create it with 'docker network create " + network + "', or name another one."));
        if (!name.equals(network)) {
            throw new DeploymentException(
                    "'" + network + "' is the id of the network '" + name + "'.",
                    "Give its name: an id changes when the network is made anew.");
        }
    }

    /** A disk that fills up takes the old version down too: what it writes fails. */
    private void checkDisk() throws InterruptedException {
        Optional<DiskSpace> space = DiskSpace.of(docker).filter(it -> it.freeMiB() < LEAST_FREE_MIB);
        if (space.isPresent()) {
            throw new DeploymentException(
                    "The disk of the Docker host is almost full.",
                    "expected at least " + LEAST_FREE_MIB + " MiB free in "
                            + space.get().folder() + ", saw " + space.get().freeMiB(),
                    "",
                    "Make room ('docker system df' shows what takes it), then try again.");
        }
    }

    private void checkLive(Observation seen, Container live, Timeline timeline) {
        Optional<Container.Endpoint> endpoint =
                Optional.ofNullable(live.networks().get(terms.network()));
        if (endpoint.isEmpty()) {
            throw new DeploymentException(
                    "The container '" + live.name() + "' that is live now isn't on the network '" + terms.network()
                            + "'.",
                    "Connect it ('docker network connect " + terms.network() + " " + live.name()
                            + "'), or name the network it is on.");
        }
        if (!seen.ours(live) && live.label(PublishedPort.FRONT_LABEL).isPresent()) {
            throw new DeploymentException(
                    "'" + live.name() + "' is the front that owns the published port of the app '"
                            + live.label(PublishedPort.FRONT_LABEL).get() + "'.",
                    "Give this app another name.");
        }
        if (live.autoRemove()) {
            timeline.warn(
                    "'" + live.name() + "' was started with --rm: Docker removes it as soon as it stops, so there will"
                            + " be nothing to roll back to.");
        }
        if (!live.running()) {
            timeline.warn(
                    "'" + live.name() + "' isn't running (" + live.status() + "): nothing serves until the switch.");
        }
        if (!seen.ours(live) && endpoint.get().aliases().contains(live.name())) {
            timeline.warn("'" + live.name()
                    + "' has its name as a network alias too, as Compose gives it, and keeps that until it has"
                    + " stopped: clients that look it up meanwhile may reach it, and be refused while it is stopping.");
        }
    }
}
