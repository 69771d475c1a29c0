package io.jenkins.plugins.bluegreen.stack.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The differences of two definitions of a service, a line for each. */
final class Diff {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Diff() {}

    static List<String> between(String before, JsonNode after) {
        Map<String, String> old = flat(before);
        Map<String, String> wanted = new TreeMap<>();
        flatten("", after, wanted);
        TreeSet<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(wanted.keySet());
        List<String> lines = new ArrayList<>();
        for (String key : keys) {
            String is = old.getOrDefault(key, "(nothing)");
            String shall = wanted.getOrDefault(key, "(nothing)");
            if (!is.equals(shall)) {
                lines.add(key + ": " + is + " → " + shall);
            }
        }
        return lines;
    }

    private static Map<String, String> flat(String definition) {
        Map<String, String> all = new TreeMap<>();
        try {
            flatten("", JSON.readTree(definition), all);
        } catch (JsonProcessingException e) {
            all.put("definition", "(can't be read)");
        }
        return all;
    }

    /** Lists, such as a command, count as one value. */
    private static void flatten(String key, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> flatten(
                            key.isEmpty() ? entry.getKey() : key + "." + entry.getKey(), entry.getValue(), into));
        } else {
            into.put(key, node.isTextual() ? node.asText() : node.toString());
        }
    }
}
