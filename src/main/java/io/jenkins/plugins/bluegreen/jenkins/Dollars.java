package io.jenkins.plugins.bluegreen.jenkins;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Jenkins's launcher replaces {@code $NAME} in arguments and in the values of variables, without being asked to, and takes
 * {@code $$} for a dollar sign. What is written here arrives as it was.
 */
final class Dollars {
    private Dollars() {}

    static String doubled(String text) {
        return text.replace("$", "$$");
    }

    static List<String> doubled(List<String> texts) {
        return texts.stream().map(Dollars::doubled).toList();
    }

    static Map<String, String> doubled(Map<String, String> variables) {
        Map<String, String> all = new TreeMap<>();
        variables.forEach((name, value) -> all.put(name, doubled(value)));
        return all;
    }
}
