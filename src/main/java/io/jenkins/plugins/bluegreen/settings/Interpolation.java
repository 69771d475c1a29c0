package io.jenkins.plugins.bluegreen.settings;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces variables in the file's values as Compose does: {@code $NAME}, <code>${NAME}</code>, {@code :-} and {@code -}
 * with a default, {@code :?} and {@code ?} with a message, {@code :+} and {@code +} with a replacement, {@code $$} for a
 * dollar sign.
 *
 * <p>Unlike Compose, a variable that isn't set and has no default is refused: an empty text in its place would deploy
 * something that nobody meant. So is a variable inside another one's default.
 */
final class Interpolation {
    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:\\$|([A-Za-z_][A-Za-z0-9_]*)|\\{([A-Za-z_][A-Za-z0-9_]*)(?:(:?[-?+])([^}]*))?\\}|)");

    private final Map<String, String> environment;

    Interpolation(Map<String, String> environment) {
        this.environment = environment;
    }

    String apply(String text, String origin) {
        return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found, origin)));
    }

    private String value(java.util.regex.MatchResult found, String origin) {
        if (found.group().equals("$$")) {
            return "$";
        }
        if (found.group().equals("$")) {
            throw new SettingsException(
                    origin + " has a '$' that begins no variable. Write ${NAME}, or $$ for a dollar sign.");
        }
        String name = found.group(1) != null ? found.group(1) : found.group(2);
        String operator = found.group(3) == null ? "" : found.group(3);
        String operand = found.group(4) == null ? "" : found.group(4);
        if (operand.contains("${")) {
            throw new SettingsException(origin + " has a variable inside the default of " + name
                    + ", which the file can't have. Write it in an env file, where it can stand.");
        }
        String value = environment.get(name);
        boolean there = value != null && !(operator.startsWith(":") && value.isEmpty());
        return switch (operator.replace(":", "")) {
            case "-" -> there ? value : operand;
            case "+" -> there ? operand : "";
            default -> demand(there, value, name, operand, origin);
        };
    }

    private static String demand(boolean there, String value, String name, String message, String origin) {
        if (!there) {
            throw new SettingsException(origin + " needs the environment variable " + name + ", which isn't set"
                    + (message.isBlank()
                            ? ". Set it, or write ${" + name + ":-} where nothing will do."
                            : ": " + message));
        }
        return value;
    }
}
