package io.jenkins.plugins.bluegreen.settings;

import io.jenkins.plugins.bluegreen.text.Quoted;
import java.util.regex.Pattern;

/** A version as a user named it. */
public record VersionText(String text) {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");

    /** The version, where it can be one: it is an image's tag. */
    public String checked() {
        if (!ALLOWED.matcher(text).matches()) {
            throw new SettingsException(
                    Quoted.of(text) + " can't be a version: give letters, digits, '_', '.' and '-', 128 at"
                            + " most, beginning with a letter, a digit or '_'.");
        }
        return text;
    }
}
