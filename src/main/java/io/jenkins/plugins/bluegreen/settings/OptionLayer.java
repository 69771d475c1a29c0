package io.jenkins.plugins.bluegreen.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what the command line, or a form, says into {@link Settings}. */
public final class OptionLayer {
    private final Texts texts;
    private final Map<Key, Given> given = new EnumMap<>(Key.class);

    /** Relative paths count from {@code folder}. */
    public OptionLayer(Path folder) {
        this.texts = new Texts(folder);
    }

    /** An option with its values, in their order. */
    public OptionLayer with(Key key, List<String> values) {
        return with(key, key.option().isEmpty() ? "The app's name" : key.option(), values);
    }

    /** A setting with its values, in their order; {@code origin} is what messages call it. */
    public OptionLayer with(Key key, String origin, List<String> values) {
        List<String> read = new ArrayList<>();
        values.forEach(value -> read.addAll(texts.single(key, value, origin)));
        given.put(key, new Given(read, origin));
        return this;
    }

    /** All of them. */
    public Settings settings() {
        return Settings.of(given);
    }
}
