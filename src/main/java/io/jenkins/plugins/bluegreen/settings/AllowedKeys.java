package io.jenkins.plugins.bluegreen.settings;

import io.jenkins.plugins.bluegreen.text.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a user may have meant by a key that there isn't.
 *
 * @param wrong the whole key, nested ones with dots
 */
record AllowedKeys(String wrong) {
    /** The names that may stand in the mapping with this prefix: {@code ""}, {@code "health."} */
    static List<String> under(String prefix) {
        return Arrays.stream(Key.values())
                .map(Key::path)
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()).replaceFirst("\\..*", ""))
                .distinct()
                .sorted()
                .toList();
    }

    String explain() {
        String prefix = wrong.substring(0, wrong.lastIndexOf('.') + 1);
        String name = wrong.substring(prefix.length());
        List<String> allowed = under(prefix);
        String meant = optionOf(name)
                .or(() -> elsewhere(name))
                .or(() -> Nearest.to(name, allowed))
                .or(() -> begunBy(name, allowed))
                .map(key -> " Did you mean '" + key + "'?")
                .orElse("");
        String compose = wrong.equals("services")
                ? " A file describes one app, whose settings stand without 'services:' and the service's name."
                : "";
        return "there is no such setting." + compose + meant + " Allowed here: " + String.join(", ", allowed)
                + (prefix.isEmpty() ? ", environments" : "");
    }

    /** Those of this name that belong into another mapping. */
    private static Optional<String> elsewhere(String name) {
        return Arrays.stream(Key.values())
                .map(Key::path)
                .filter(path -> path.endsWith("." + name))
                .reduce((one, other) -> one + "' or '" + other);
    }

    /** As {@code healthcheck} is by {@code health}. */
    private static Optional<String> begunBy(String name, List<String> allowed) {
        return allowed.stream()
                .filter(key -> key.length() > 3 && name.startsWith(key))
                .findFirst();
    }

    private static Optional<String> optionOf(String name) {
        return Key.like(name).map(Key::path);
    }
}
