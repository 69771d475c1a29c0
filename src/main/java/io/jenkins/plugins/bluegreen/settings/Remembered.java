package io.jenkins.plugins.bluegreen.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.bluegreen.deploy.BlueGreen;
import io.jenkins.plugins.bluegreen.deploy.RunOptions;
import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings that a rollback needs, kept as a label of the container they were deployed with: so that {@code bluegreen
 * rollback orders} works at night, from any folder and without the file.
 *
 * <p>What could be secret isn't kept: headers, and addresses that hold a user.
 */
public final class Remembered {
    private static final String LABEL = "bluegreen-settings";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Remembered() {}

    /** The same way to run a container, with the settings in a label. */
    static RunOptions in(RunOptions run, Settings settings) {
        Map<String, String> labels = new TreeMap<>(run.labels());
        labels.put(LABEL, write(settings));
        return new RunOptions(
                run.volumes(),
                run.command(),
                run.user(),
                run.memory(),
                run.cpus(),
                labels,
                run.readOnly(),
                run.capDrop(),
                run.init(),
                run.stopSignal(),
                run.stopGrace(),
                run.networks(),
                run.extra());
    }

    private static String write(Settings settings) {
        ObjectNode all = JSON.createObjectNode();
        new TreeMap<>(settings.forRollback().given()).forEach((key, given) -> {
            if (key != Key.APP && key != Key.BY && !couldBeSecret(key, given)) {
                given.texts().forEach(all.withArray("/" + key.name())::add);
            }
        });
        return all.toString();
    }

    private static boolean couldBeSecret(Key key, Given given) {
        return key.kind().named()
                || (given.text().contains("://") && given.text().contains("@"));
    }

    /** What the newest container of an app remembers; nothing where none does. */
    public static Settings ofApp(Docker docker, String app) throws InterruptedException {
        for (String name : BlueGreen.containerNames(app)) {
            Optional<Settings> remembered = docker.container(name).flatMap(Remembered::of);
            if (remembered.isPresent()) {
                return remembered.get();
            }
        }
        return Settings.none();
    }

    /** What a container remembers; empty where it wasn't deployed with settings. */
    public static Optional<Settings> of(Container container) {
        if (container.label(LABEL).isEmpty()) {
            return Optional.empty();
        }
        Map<Key, Given> found = new EnumMap<>(Key.class);
        String origin = "What container '" + container.name() + "' was deployed with ";
        JsonNode label = read(container.label(LABEL).orElse("{}"));
        for (Key key : Key.values()) {
            List<String> texts = new ArrayList<>();
            label.path(key.name()).forEach(text -> texts.add(text.asText()));
            if (!texts.isEmpty()) {
                found.put(key, new Given(texts, origin + "(" + key.path() + ")"));
            }
        }
        return Optional.of(Settings.of(found));
    }

    private static JsonNode read(String label) {
        try {
            return JSON.readTree(label);
        } catch (JsonProcessingException e) {
            // Somebody else's label of that name.
            return JSON.createObjectNode();
        }
    }
}
