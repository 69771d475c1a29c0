package io.jenkins.plugins.bluegreen.dotenv;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The backslash sequences of double-quoted values. Those that Compose doesn't know stay as they are. */
final class Escapes {
    private static final Pattern SEQUENCE = Pattern.compile("\\\\(?:[abfnrtv$\"\\\\]|0[0-9]{0,3})");
    private static final Pattern OCTAL = Pattern.compile("\\\\0[0-3][0-7]{2}");

    /** A dollar sign becomes two, which the expansion of variables, that follows, turns into one. */
    private static final Map<String, String> MEANING = Map.of(
            "\\a", "\u0007",
            "\\b", "\b",
            "\\f", "\f",
            "\\n", "\n",
            "\\r", "\r",
            "\\t", "\t",
            "\\v", "\u000b",
            "\\$", "$$",
            "\\\"", "\"",
            "\\\\", "\\");

    private Escapes() {}

    static String replace(String text) {
        return SEQUENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(meaning(match.group())));
    }

    private static String meaning(String sequence) {
        if (OCTAL.matcher(sequence).matches()) {
            return Character.toString(Integer.parseInt(sequence.substring(2), 8));
        }
        return MEANING.getOrDefault(sequence, sequence);
    }
}
