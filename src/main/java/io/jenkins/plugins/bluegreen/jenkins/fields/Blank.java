package io.jenkins.plugins.bluegreen.jenkins.fields;

/** A text field that was left empty is one that wasn't given. */
public final class Blank {
    private Blank() {}

    /** The text without spaces around it, or {@code null} where nothing is left. */
    public static String toNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
