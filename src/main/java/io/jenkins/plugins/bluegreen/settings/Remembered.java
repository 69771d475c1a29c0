package io.jenkins.plugins.bluegreen.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.bluegreen.deploy.Lineage;
import io.jenkins.plugins.bluegreen.deploy.RunOptions;
import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The settings that a rollback needs, kept as a label of the container they were deployed with: so that {@code bluegreen
 * rollback orders} works at night, from any folder and without the file, and no deployment forgets which router the app
 * is behind.
 *
 * <p>What could be secret isn't kept: headers, addresses that hold a user or a query, and the health path's query.
 *
 * @param last those of the app's last deployment, finished or not
 * @param until those by which users reach the app until now; empty where nothing is known of that
 */
public record Remembered(Settings last, Optional<Settings> until) {
    /** Of an app that nothing is known of. */
    public static final Remembered NOTHING = new Remembered(Settings.none(), Optional.empty());

    private static final String LABEL = "bluegreen-settings";
    private static final String ROUTER_LABEL = "bluegreen-router";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The same way to run a container, with the settings in a label; but for the router's, see {@link #labels}. */
    static RunOptions in(RunOptions run, Settings settings) {
        Map<String, String> labels = new TreeMap<>(run.labels());
        labels.put(LABEL, write(settings.withoutRouter()));
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

    /** The labels by which a container remembers its router, which is known only when it is created. */
    static Map<String, String> labels(Settings settings) {
        return Map.of(ROUTER_LABEL, write(settings.router()));
    }

    private static String write(Settings settings) {
        ObjectNode all = JSON.createObjectNode();
        new TreeMap<>(settings.forRollback().given()).forEach((key, given) -> {
            if (!ofOneTime(key) && !couldBeSecret(key, given)) {
                given.texts().forEach(text -> all.withArray("/" + key.name()).add(withoutQuery(key, text)));
            }
        });
        return all.toString();
    }

    /** What another command says itself: for whom, by whom, and what may be lost this once. */
    private static boolean ofOneTime(Key key) {
        return key == Key.APP || key == Key.BY || key == Key.ACCEPT_GAP;
    }

    /** Half a check is nearer to the one that was asked for than none, which would be the default's. */
    private static String withoutQuery(Key key, String text) {
        return key == Key.HEALTH ? text.replaceFirst("(?s)\\?.*", "") : text;
    }

    private static boolean couldBeSecret(Key key, Given given) {
        return key.kind().named()
                || (given.text().contains("://") && given.text().matches("(?s).*[@?].*"));
    }

    /** What the containers of an app remember. Asks Docker, so it blocks. */
    public static Remembered ofApp(Docker docker, String app) throws InterruptedException {
        Lineage lineage = Lineage.of(docker, app);
        Optional<Container> newcomer = lineage.newcomer();
        return new Remembered(
                lineage.newestFirst().stream()
                        .flatMap(container -> of(container).stream())
                        .findFirst()
                        .orElse(Settings.none()),
                lineage.newestFirst().stream()
                        .filter(container -> newcomer.filter(container::equals).isEmpty())
                        .flatMap(container -> of(container).stream())
                        .findFirst());
    }

    /** Whether it takes NGINX Proxy Manager's log-in to reach users. */
    public boolean asksProxyManager() {
        return Stream.concat(Stream.of(last), until.stream())
                .anyMatch(one -> one.origin(Key.NPM_URL).isPresent());
    }

    /** These settings, behind the app's last router where they choose none. */
    public Settings routing(Settings given) {
        return given.chosen(Alternative.Choice.ROUTER).isPresent() ? given : given.over(last.router());
    }

    /** What a container remembers; empty where it wasn't deployed with settings. */
    public static Optional<Settings> of(Container container) {
        if (container.label(LABEL).isEmpty()) {
            return Optional.empty();
        }
        Map<Key, Given> found = new EnumMap<>(Key.class);
        String origin = "What container '" + container.name() + "' was deployed with ";
        for (String label : List.of(LABEL, ROUTER_LABEL)) {
            JsonNode all = read(container.label(label).orElse("{}"));
            for (Key key : Key.values()) {
                List<String> texts = new ArrayList<>();
                all.path(key.name()).forEach(text -> texts.add(text.asText()));
                if (!texts.isEmpty()) {
                    found.put(key, new Given(texts, origin + "(" + key.path() + ")"));
                }
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
