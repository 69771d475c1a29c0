package io.jenkins.plugins.bluegreen.stack.plan;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.docker.Image;
import io.jenkins.plugins.bluegreen.stack.description.Description;
import io.jenkins.plugins.bluegreen.stack.service.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a Docker host shows of a stack, and of what is in its way.
 *
 * @param containers all containers of the host
 * @param networkDriver the driver of the stack's network; empty where there is no such network
 * @param volumes the names of all volumes
 * @param images the ids of the described images that are there, by their names
 */
public record Observation(
        List<Seen> containers, Optional<String> networkDriver, Set<String> volumes, Map<String, String> images) {
    public Observation {
        containers = List.copyOf(containers);
        volumes = Set.copyOf(volumes);
        images = Map.copyOf(images);
    }

    /** Asks Docker. Changes nothing. */
    public static Observation of(Docker docker, Description description) throws InterruptedException {
        List<Seen> containers =
                docker.containersInDetail().stream().map(Seen::of).toList();
        Set<String> volumes = docker.call("volume", "ls", "--quiet").lines().collect(Collectors.toUnmodifiableSet());
        return new Observation(containers, driver(docker, description.network()), volumes, images(docker, description));
    }

    private static Optional<String> driver(Docker docker, String network) throws InterruptedException {
        return docker.networkExists(network)
                ? Optional.of(docker.call("network", "inspect", "--format", "{{.Driver}}", "--", network)
                        .strip())
                : Optional.empty();
    }

    private static Map<String, String> images(Docker docker, Description description) throws InterruptedException {
        Map<String, String> ids = new TreeMap<>();
        for (Service service : description.services()) {
            Optional<Image> image = docker.image(service.image());
            image.ifPresent(there -> ids.put(service.image(), there.id()));
        }
        return ids;
    }

    /** The container that Compose made for a service of this project. */
    public Optional<Seen> container(String project, String service) {
        return containers.stream()
                .filter(seen -> seen.project().equals(project) && seen.service().equals(service))
                .min(java.util.Comparator.comparing(seen -> seen.name().equals(project + "-" + service) ? 0 : 1));
    }

    /** A container of this name. */
    public Optional<Seen> named(String name) {
        return containers.stream().filter(seen -> seen.name().equals(name)).findFirst();
    }
}
