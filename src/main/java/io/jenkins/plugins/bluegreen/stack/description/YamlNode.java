package io.jenkins.plugins.bluegreen.stack.description;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A part of a YAML document that knows on which line it begins. */
sealed interface YamlNode {
    int line();

    /** A word or number; {@code null} as YAML has it is an empty {@link Mapping}. */
    record Scalar(String text, int line) implements YamlNode {}

    /** Keys and what stands behind them, in their order; {@code keyLines} has each key's line. */
    record Mapping(Map<String, YamlNode> entries, Map<String, Integer> keyLines, int line) implements YamlNode {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
            keyLines = Map.copyOf(keyLines);
        }

        static Mapping empty(int line) {
            return new Mapping(Map.of(), Map.of(), line);
        }
    }

    /** A list; there is no place for one yet. */
    record Sequence(int line) implements YamlNode {}
}
