package io.jenkins.plugins.bluegreen.docker;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One object of {@code docker inspect}'s answer. */
record Inspection(JsonNode json) {
    /** {@code -p 8100-8110:80} takes one of several. */
    private static final Pattern PORTS = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

    Container container() {
        JsonNode state = json.path("State");
        JsonNode policy = json.path("HostConfig").path("RestartPolicy");
        return new Container(
                json.path("Id").asText(),
                json.path("Name").asText().replaceFirst("^/", ""),
                json.path("Config").path("Image").asText(),
                json.path("Image").asText(),
                strings(json.path("Config").path("Labels")),
                state.path("Status").asText(),
                state.path("ExitCode").asInt(),
                state.path("OOMKilled").asBoolean(),
                json.path("RestartCount").asInt(),
                Optional.ofNullable(state.path("Health").path("Status").textValue())
                        .filter(health -> !health.equals("none")),
                state.path("Pid").asLong(),
                Instant.parse(json.path("Created").asText()),
                time(state.path("StartedAt").asText()),
                time(state.path("FinishedAt").asText()),
                policy.path("Name").asText().isEmpty()
                        ? "no"
                        : policy.path("Name").asText(),
                policy.path("MaximumRetryCount").asInt(),
                endpoints(json.path("NetworkSettings").path("Networks")),
                json.path("HostConfig").path("AutoRemove").asBoolean(),
                ports(json.path("HostConfig").path("PortBindings")));
    }

    String name() {
        return json.path("Name").asText();
    }

    Image image() {
        List<String> tags = new ArrayList<>();
        json.path("RepoTags").forEach(tag -> tags.add(tag.asText()));
        JsonNode check = json.path("Config").path("Healthcheck").path("Test");
        boolean checks = check.size() > 0 && !check.get(0).asText().equals("NONE");
        return new Image(
                json.path("Id").asText(), tags, strings(json.path("Config").path("Labels")), checks);
    }

    /** What {@code Config.Env} says, of a container or an image. */
    Map<String, String> environment() {
        Map<String, String> all = new TreeMap<>();
        json.path("Config").path("Env").forEach(entry -> {
            String[] pair = entry.asText().split("=", 2);
            all.put(pair[0], pair.length > 1 ? pair[1] : "");
        });
        return all;
    }

    /** Reads the table of {@code docker top … -eo pid,args}: a heading, then a number and a command line a row. */
    static Map<Long, String> processes(String table) {
        Map<Long, String> found = new LinkedHashMap<>();
        table.lines().skip(1).map(String::strip).filter(row -> !row.isEmpty()).forEach(row -> {
            String[] cells = row.split("\\s+", 2);
            found.put(Long.parseLong(cells[0]), cells.length > 1 ? cells[1] : "");
        });
        return found;
    }

    private static Map<String, String> strings(JsonNode object) {
        Map<String, String> all = new TreeMap<>();
        object.fieldNames()
                .forEachRemaining(name -> all.put(name, object.path(name).asText()));
        return all;
    }

    /** Docker writes the year 1 for what has never been. */
    private static Optional<Instant> time(String at) {
        return at.isEmpty() || at.startsWith("0001-") ? Optional.empty() : Optional.of(Instant.parse(at));
    }

    private static Map<String, Container.Endpoint> endpoints(JsonNode networks) {
        Map<String, Container.Endpoint> all = new TreeMap<>();
        networks.fieldNames().forEachRemaining(name -> {
            JsonNode network = networks.path(name);
            List<String> aliases = new ArrayList<>();
            network.path("Aliases").forEach(alias -> aliases.add(alias.asText()));
            all.put(name, new Container.Endpoint(network.path("IPAddress").asText(), aliases));
        });
        return all;
    }

    private static List<Integer> ports(JsonNode bindings) {
        List<Integer> all = new ArrayList<>();
        bindings.forEach(bound -> bound.forEach(one -> {
            Matcher range = PORTS.matcher(one.path("HostPort").asText());
            if (range.matches()) {
                int first = Integer.parseInt(range.group(1));
                int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
                IntStream.rangeClosed(first, last).forEach(all::add);
            }
        }));
        return all;
    }
}
