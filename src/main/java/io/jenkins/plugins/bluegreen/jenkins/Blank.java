package io.jenkins.plugins.bluegreen.jenkins;

/** A text field that was left empty is one that wasn't given. */
final class Blank {
    private Blank() {}

    /** The text without spaces around it, or {@code null} where nothing is left. */
    static String toNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
