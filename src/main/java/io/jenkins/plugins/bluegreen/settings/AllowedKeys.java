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
                .or(() -> Nearest.to(name, allowed))
                .map(key -> " Did you mean '" + key + "'?")
                .orElse("");
        return "there is no such setting." + meant + " Allowed here: " + String.join(", ", allowed)
                + (prefix.isEmpty() ? ", environments" : "");
    }

    private static Optional<String> optionOf(String name) {
        return Key.like(name).map(Key::path);
    }
}
