package io.jenkins.plugins.bluegreen.cli.settings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a user may have meant by a key that there isn't.
 *
 * @param wrong the whole key, nested ones with dots
 */
record AllowedKeys(String wrong) {
    private static final int NEAR = 2;

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
                .or(() -> near(name, allowed))
                .map(key -> " Did you mean '" + key + "'?")
                .orElse("");
        return "there is no such setting." + meant + " Allowed here: " + String.join(", ", allowed)
                + (prefix.isEmpty() ? ", environments" : "");
    }

    private static Optional<String> optionOf(String name) {
        return Key.like(name).map(Key::path);
    }

    private static Optional<String> near(String name, List<String> allowed) {
        return allowed.stream()
                .filter(candidate -> distance(name, candidate) <= NEAR)
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
    }

    /** How many characters must be changed, added or taken away to make one text of another (Levenshtein). */
    private static int distance(String from, String to) {
        if (Math.abs(from.length() - to.length()) > NEAR) {
            return NEAR + 1;
        }
        int[] row = new int[to.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
