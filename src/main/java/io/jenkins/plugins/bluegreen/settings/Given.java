package io.jenkins.plugins.bluegreen.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was given for a setting, and where. Doesn't show its texts, which may be secret.
 *
 * @param texts one text, or several for a {@link Kind} that holds several; pairs as {@code NAME=VALUE} or {@code NAME}
 * @param origin where: {@code --port}, {@code bluegreen.yaml, line 7 (port)}
 */
record Given(List<String> texts, String origin) {
    Given {
        texts = List.copyOf(texts);
    }

    String text() {
        return texts.get(0);
    }

    boolean on() {
        return text().equals("true");
    }

    /** These pairs, and those of a lower layer whose names aren't among them. */
    Given over(Given lower) {
        Map<String, String> byName = new LinkedHashMap<>();
        lower.texts.forEach(pair -> byName.put(nameOf(pair), pair));
        texts.forEach(pair -> byName.put(nameOf(pair), pair));
        return new Given(List.copyOf(byName.values()), origin);
    }

    static String nameOf(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair : pair.substring(0, equals);
    }

    @Override
    public String toString() {
        return origin;
    }
}
