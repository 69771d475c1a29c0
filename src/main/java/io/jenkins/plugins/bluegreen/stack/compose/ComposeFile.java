package io.jenkins.plugins.bluegreen.stack.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.bluegreen.stack.description.Description;
import io.jenkins.plugins.bluegreen.stack.service.Credential;
import io.jenkins.plugins.bluegreen.stack.service.Health;
import io.jenkins.plugins.bluegreen.stack.service.Port;
import io.jenkins.plugins.bluegreen.stack.service.Service;
import io.jenkins.plugins.bluegreen.stack.service.Volume;

/**
 * The file that Compose gets for a description: JSON, which is YAML too. It holds no secret, and only what 1.29 and version
 * 2 both take. Network and volumes are declared external: what Compose didn't make it can't remove.
 *
 * @param description the stack
 */
public record ComposeFile(Description description) {
    /** The label that holds a service's {@link #definition}, by which a later plan tells what has changed. */
    public static final String DEFINITION = "bluegreen.definition";

    /** The label that names the stack. */
    public static final String STACK = "bluegreen.stack";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The whole file. */
    public String text() {
        ObjectNode file = JSON.objectNode();
        ObjectNode services = file.putObject("services");
        ObjectNode volumes = JSON.objectNode();
        for (Service service : description.services()) {
            services.set(service.name(), verbatim(labelled(service)));
            service.volumes().forEach(volume -> external(volumes, description.volume(service, volume)));
            service.credential().ifPresent(secret -> external(volumes, description.secretVolume(service)));
        }
        file.putObject("networks").putObject("default").put("external", true).put("name", description.network());
        file.set("volumes", volumes);
        return file.toString();
    }

    private static void external(ObjectNode volumes, String name) {
        volumes.putObject(name).put("external", true);
    }

    private ObjectNode labelled(Service service) {
        ObjectNode node = definition(service);
        node.putObject("labels")
                .put(STACK, description.project())
                .put(DEFINITION, definition(service).toString());
        return node;
    }

    /** How Compose is to run a service, without the labels. */
    public ObjectNode definition(Service service) {
        ObjectNode node = JSON.objectNode()
                .put("image", service.image())
                .put("container_name", description.container(service))
                .put("hostname", service.name())
                .put("restart", "unless-stopped")
                .put("mem_limit", service.memory().text())
                .put("pids_limit", service.pids())
                .put("stop_grace_period", "1m");
        node.putArray("security_opt").add("no-new-privileges:true");
        node.putObject("logging")
                .put("driver", "json-file")
                .putObject("options")
                .put("max-size", "10m")
                .put("max-file", "3");
        service.environment().forEach(node.withObject("/environment")::put);
        if (!service.command().isEmpty()) {
            service.command().forEach(node.putArray("command")::add);
        }
        if (!service.ports().isEmpty()) {
            service.ports().stream().map(Port::text).forEach(node.putArray("ports")::add);
        }
        volumes(service, node.putArray("volumes"));
        if (service.health() instanceof Health.Program program) {
            check(program, node.putObject("healthcheck"));
        }
        return node;
    }

    private void volumes(Service service, ArrayNode volumes) {
        for (Volume volume : service.volumes()) {
            volumes.add(description.volume(service, volume) + ":" + volume.path());
        }
        service.credential()
                .ifPresent(secret -> volumes.add(description.secretVolume(service) + ":" + Credential.FOLDER + ":ro"));
        if (service.engine()) {
            volumes.add("/var/run/docker.sock:/var/run/docker.sock");
        }
    }

    /** While it starts, the deployer asks much more often than Docker. */
    private static void check(Health.Program program, ObjectNode check) {
        program.argv().forEach(check.putArray("test").add("CMD")::add);
        check.put("interval", "15s").put("timeout", "15s").put("retries", 3).put("start_period", "2m");
    }

    /** Compose takes a dollar for the beginning of a variable; none is meant here. */
    private static JsonNode verbatim(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode all = JSON.objectNode();
            object.properties().forEach(entry -> all.set(entry.getKey(), verbatim(entry.getValue())));
            return all;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode all = JSON.arrayNode();
            array.forEach(item -> all.add(verbatim(item)));
            return all;
        }
        return node.isTextual() ? JSON.textNode(node.asText().replace("$", "$$")) : node;
    }
}
