package io.jenkins.plugins.bluegreen.settings;

import java.util.function.Supplier;

/** Adds to the engine's refusals where the refused value was given. */
final class Refused {
    private Refused() {}

    /** What {@code made} makes; its {@link IllegalArgumentException}, whose message is a sentence, gets the origin. */
    static <T> T by(String origin, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new SettingsException(origin + ": " + e.getMessage());
        }
    }
}
