package io.jenkins.plugins.bluegreen.stack.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.bluegreen.stack.compose.ComposeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A container, as far as a stack is concerned with it.
 *
 * @param id its id
 * @param name its name
 * @param project the Compose project that made it; empty where none did
 * @param service which of that project's services it is
 * @param definition what Compose was given for it; empty where we weren't those who gave it
 * @param status {@code running}, {@code exited} …
 * @param health what Docker says of its health; empty where it has no check
 * @param imageId the id of the image that it runs
 * @param memory its memory limit in bytes
 * @param pids its limit of processes
 * @param restart its restart policy
 * @param networks its aliases by network
 * @param ports what it publishes
 */
public record Seen(
        String id,
        String name,
        String project,
        String service,
        Optional<String> definition,
        String status,
        Optional<String> health,
        String imageId,
        long memory,
        long pids,
        String restart,
        Map<String, List<String>> networks,
        List<Published> ports) {
    private static final String LABEL = "com.docker.compose.";

    /**
     * A port that it publishes.
     *
     * @param address of the host; empty means all of them
     * @param port of the host
     */
    public record Published(String address, int port) {}

    /** Reads one object of {@code docker inspect}'s answer. */
    static Seen of(JsonNode json) {
        JsonNode host = json.path("HostConfig");
        JsonNode labels = json.path("Config").path("Labels");
        return new Seen(
                json.path("Id").asText(),
                json.path("Name").asText().replaceFirst("^/", ""),
                labels.path(LABEL + "project").asText(),
                labels.path(LABEL + "service").asText(),
                Optional.ofNullable(labels.path(ComposeFile.DEFINITION).textValue()),
                json.path("State").path("Status").asText(),
                Optional.ofNullable(
                        json.path("State").path("Health").path("Status").textValue()),
                json.path("Image").asText(),
                host.path("Memory").asLong(),
                host.path("PidsLimit").asLong(),
                host.path("RestartPolicy").path("Name").asText(),
                networks(json.path("NetworkSettings").path("Networks")),
                ports(host.path("PortBindings")));
    }

    private static Map<String, List<String>> networks(JsonNode networks) {
        Map<String, List<String>> all = new TreeMap<>();
        networks.properties().forEach(network -> {
            List<String> aliases = new ArrayList<>();
            network.getValue().path("Aliases").forEach(alias -> aliases.add(alias.asText()));
            all.put(network.getKey(), List.copyOf(aliases));
        });
        return all;
    }

    private static List<Published> ports(JsonNode bindings) {
        List<Published> all = new ArrayList<>();
        bindings.forEach(of -> of.forEach(one -> all.add(
                new Published(one.path("HostIp").asText(), one.path("HostPort").asInt()))));
        return all;
    }

    /** True while it runs or is about to run again by itself. */
    public boolean up() {
        return status.equals("running") || status.equals("restarting");
    }
}
