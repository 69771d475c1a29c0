package io.jenkins.plugins.bluegreen.settings;

/** A setting is refused. The message is a sentence: which one, where it was given, what was expected and seen. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }
}
