package io.jenkins.plugins.bluegreen.stack.description;

import io.jenkins.plugins.bluegreen.text.Nearest;
import io.jenkins.plugins.bluegreen.text.Quoted;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The keys of one mapping, of which only some are allowed.
 *
 * @param file the file's name, for messages
 * @param where the keys that lead here, with a dot behind each: {@code services.mysql.}
 * @param mapping what stands there
 */
record Fields(String file, String where, YamlNode.Mapping mapping) {
    /** Refuses any key that isn't one of these. */
    Fields allowing(Collection<String> allowed) {
        mapping.entries().keySet().stream()
                .filter(key -> !allowed.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    String meant = Nearest.to(key, allowed)
                            .map(near -> " Did you mean '" + near + "'?")
                            .orElse("");
                    throw refused(
                            mapping.keyLines().get(key),
                            key,
                            "there is no such key." + meant + " Allowed here: " + String.join(", ", allowed));
                });
        return this;
    }

    /** A value of one word; {@code read} makes of it what is wanted, or nothing where it isn't as expected. */
    <T> Optional<T> value(String key, String expected, Function<String, Optional<T>> read) {
        YamlNode node = mapping.entries().get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (!(node instanceof YamlNode.Scalar scalar)) {
            throw refused(node.line(), key, "expected " + expected);
        }
        return Optional.of(read.apply(scalar.text())
                .orElseThrow(
                        () -> refused(node.line(), key, "expected " + expected + ", not " + Quoted.of(scalar.text()))));
    }

    /** The mapping behind a key, empty where nothing stands there. */
    Fields under(String key) {
        YamlNode node = mapping.entries().getOrDefault(key, YamlNode.Mapping.empty(mapping.line()));
        if (!(node instanceof YamlNode.Mapping inner)) {
            throw refused(node.line(), key, "expected further keys below it");
        }
        return new Fields(file, where + key + ".", inner);
    }

    Map<String, YamlNode> entries() {
        return mapping.entries();
    }

    /** Refuses what stands behind a key. */
    DescriptionException refused(String key, String why) {
        return refused(mapping.keyLines().getOrDefault(key, mapping.line()), key, why);
    }

    private DescriptionException refused(int line, String key, String why) {
        return new DescriptionException(
                file + ", line " + line + " (" + Quoted.plain(where + key, 80) + "): " + why + ".");
    }
}
