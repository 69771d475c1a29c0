package io.jenkins.plugins.bluegreen.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A proxy host as NGINX Proxy Manager's interface shows it, at one moment.
 *
 * @param json the object as it was answered
 */
record ProxyHost(JsonNode json) {
    private static final List<String> TARGET = List.of("forward_host", "forward_port");

    /**
     * What must be the same after a switch as before it. Unknown ids are accepted and then mean no password and plain
     * HTTP, so a change here would take a protection away in silence.
     */
    private static final List<String> GUARDED =
            List.of("access_list_id", "certificate_id", "ssl_forced", "enabled", "forward_scheme");

    /** What a change of the target consists of. Sending back the whole object is refused with 400. */
    static ObjectNode forwardingTo(Backend backend) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("forward_host", backend.host())
                .put("forward_port", backend.port());
    }

    long id() {
        return json.path("id").asLong();
    }

    List<String> domains() {
        return texts(json.path("domain_names"));
    }

    boolean serves(String domain) {
        return domains().stream().anyMatch(domain::equalsIgnoreCase);
    }

    boolean enabled() {
        return json.path("enabled").asBoolean();
    }

    String forwardHost() {
        return json.path("forward_host").asText();
    }

    /** Where it forwards to, as {@code host:port}. */
    String target() {
        return forwardHost() + ":" + json.path("forward_port").asText();
    }

    /** Whether nginx runs with this host's configuration; empty where that isn't known yet. */
    Optional<Boolean> online() {
        JsonNode online = json.path("meta").path("nginx_online");
        return online.isMissingNode() || online.isNull() ? Optional.empty() : Optional.of(online.asBoolean());
    }

    /** What nginx had against the configuration. */
    String complaint() {
        String said = json.path("meta").path("nginx_err").asText("").strip();
        return said.isEmpty() || said.equals("null") ? "nginx gave no reason" : "nginx said: " + said;
    }

    List<Location> locations() {
        return StreamSupport.stream(json.path("locations").spliterator(), false)
                .map(one -> new Location(
                        one.path("path").asText(),
                        one.path("forward_host").asText().split("/", 2)[0]))
                .toList();
    }

    String advancedConfig() {
        return json.path("advanced_config").asText("");
    }

    /**
     * What this host refers to and doesn't have: it then serves without a password, or without TLS. Known only where
     * {@code access_list} and {@code certificate} were asked for.
     */
    List<String> dangling() {
        List<String> missing = new ArrayList<>();
        for (String kind : List.of("access_list", "certificate")) {
            long id = json.path(kind + "_id").asLong();
            if (id > 0 && json.has(kind) && json.path(kind).isNull()) {
                missing.add(kind + "_id " + id);
            }
        }
        return missing;
    }

    /** The guarded fields in which another state of this host differs, each as {@code field before -> after}. */
    List<String> changesIn(ProxyHost other) {
        return GUARDED.stream()
                .filter(field -> differs(field, other))
                .map(field -> field + " " + json.path(field) + " -> " + other.json.path(field))
                .toList();
    }

    /** What has to be sent to turn another state of this host back into this one. */
    ObjectNode restoring(Optional<ProxyHost> other) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        TARGET.forEach(field -> part.set(field, json.path(field)));
        GUARDED.stream()
                .filter(field -> other.filter(now -> differs(field, now)).isPresent())
                .filter(json::hasNonNull)
                .forEach(field -> part.set(field, json.path(field)));
        return part;
    }

    private boolean differs(String field, ProxyHost other) {
        return !json.path(field).asText().equals(other.json.path(field).asText());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** A path with a target of its own, of which this is the host without the path that may follow it. */
    record Location(String path, String forwardHost) {}
}
