package io.jenkins.plugins.bluegreen.stack.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.bluegreen.stack.compose.ComposeFile;
import io.jenkins.plugins.bluegreen.stack.description.Description;
import io.jenkins.plugins.bluegreen.stack.service.Port;
import io.jenkins.plugins.bluegreen.stack.service.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares what is there with what is described.
 *
 * @param description what is to be
 * @param observation what is there
 */
public record Planner(Description description, Observation observation) {
    /** What has to be done. */
    public Plan plan() {
        boolean make = observation.networkDriver().isEmpty();
        return new Plan(
                make ? Optional.of(description.network()) : Optional.empty(),
                network(),
                description.services().stream().map(this::step).toList(),
                undescribed());
    }

    /** Containers find each other by name on a network of a user's own that joins them. */
    private Optional<String> network() {
        return observation
                .networkDriver()
                .filter(driver -> !driver.equals("bridge") && !driver.equals("overlay"))
                .map(driver -> "The network " + description.network() + " has the driver " + driver
                        + ", not bridge. Remove it, or name another one in the description ('network').");
    }

    private Step step(Service service) {
        List<String> obstacles = obstacles(service);
        if (!obstacles.isEmpty()) {
            return new Step(service, Action.BLOCKED, obstacles);
        }
        return observation
                .container(description.project(), service.name())
                .map(seen -> step(service, seen))
                .orElseGet(() -> new Step(service, Action.CREATE, made(service)));
    }

    private Step step(Service service, Seen seen) {
        List<String> why = differences(service, seen);
        if (!why.isEmpty()) {
            return new Step(service, Action.CHANGE, why);
        }
        if (!seen.up()) {
            return new Step(service, Action.RESTART, List.of("it is " + seen.status()));
        }
        if (seen.health().filter("unhealthy"::equals).isPresent()) {
            return new Step(service, Action.RESTART, List.of("it is unhealthy"));
        }
        return new Step(service, Action.LEAVE, List.of());
    }

    /** What is made anew for its description needn't be compared by what was done to it by hand. */
    private List<String> differences(Service service, Seen seen) {
        JsonNode wanted = new ComposeFile(description).definition(service);
        List<String> described = seen.definition()
                .map(before -> Diff.between(before, wanted))
                .orElse(List.of("it was made by Compose, but not by this program"));
        Optional<String> image = Optional.ofNullable(observation.images().get(service.image()));
        return described.isEmpty() ? new Drift(description, service, seen, image).lines() : described;
    }

    private List<String> made(Service service) {
        List<String> lines = new ArrayList<>();
        lines.add("image " + service.image()
                + (observation.images().containsKey(service.image()) ? "" : ", to be pulled"));
        service.volumes().forEach(volume -> lines.add(volume(description.volume(service, volume))));
        service.credential().ifPresent(secret -> {
            boolean there = observation.volumes().contains(description.secretVolume(service));
            lines.add("secret " + secret.name() + ", "
                    + (there
                            ? "which is there already"
                            : description.source(service).told()));
        });
        service.ports().forEach(port -> lines.add("publishes " + port.text()));
        return lines;
    }

    private String volume(String name) {
        return "volume " + name + (observation.volumes().contains(name) ? ", with the data that it has" : ", new");
    }

    private List<String> obstacles(Service service) {
        List<String> all = new ArrayList<>();
        observation
                .named(description.container(service))
                .filter(seen -> !ours(seen, service))
                .ifPresent(
                        seen -> all.add(
                                "The container " + seen.name()
                                        + " has this service's name, and Compose didn't make it for this stack. Rename it or remove it."));
        for (Port port : service.ports()) {
            holder(port, service)
                    .ifPresent(seen -> all.add("The container " + seen.name() + " publishes the port "
                            + port.published() + " already. Stop it, or publish another one ('publish')."));
        }
        return all;
    }

    private Optional<Seen> holder(Port port, Service service) {
        return observation.containers().stream()
                .filter(Seen::up)
                .filter(seen -> !ours(seen, service))
                .filter(seen ->
                        seen.ports().stream().anyMatch(other -> port.collidesWith(other.address(), other.port())))
                .findFirst();
    }

    private boolean ours(Seen seen, Service service) {
        return seen.project().equals(description.project()) && seen.service().equals(service.name());
    }

    private List<String> undescribed() {
        return observation.containers().stream()
                .filter(seen -> seen.project().equals(description.project()))
                .filter(seen -> description.services().stream()
                        .noneMatch(service -> service.name().equals(seen.service())))
                .map(Seen::name)
                .toList();
    }
}
