package io.jenkins.plugins.bluegreen.cli.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what the command line says into {@link Settings}. */
public final class OptionLayer {
    private final Texts texts;
    private final Map<Key, Given> given = new EnumMap<>(Key.class);

    /** Relative paths count from {@code folder}. */
    public OptionLayer(Path folder) {
        this.texts = new Texts(folder);
    }

    /** An option with its values, in their order. */
    public OptionLayer with(Key key, List<String> values) {
        String origin = key.option().isEmpty() ? "The app's name" : key.option();
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
