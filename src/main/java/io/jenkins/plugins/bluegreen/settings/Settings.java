package io.jenkins.plugins.bluegreen.settings;

import io.jenkins.plugins.bluegreen.settings.Alternative.Choice;
import io.jenkins.plugins.bluegreen.text.Durations;
import io.jenkins.plugins.bluegreen.text.Quoted;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What has been set, by setting. Immutable. Every reading method throws {@link SettingsException} where what was given
 * isn't what belongs there.
 */
public final class Settings {
    private final Map<Key, Given> given;

    private Settings(Map<Key, Given> given) {
        this.given = new EnumMap<>(Key.class);
        this.given.putAll(given);
    }

    /** These, checked: of several alternatives only one. */
    static Settings of(Map<Key, Given> given) {
        Settings settings = new Settings(given);
        for (Choice choice : Choice.values()) {
            settings.refuseTwo(choice);
        }
        return settings;
    }

    /** Nothing set. */
    public static Settings none() {
        return new Settings(Map.of());
    }

    /**
     * These settings over others. One given here replaces the other's; named ones (environment, labels …) add up by name;
     * an alternative chosen here (a ready image, say) drops what the others say about another (a build).
     */
    public Settings over(Settings lower) {
        Map<Key, Given> all = new EnumMap<>(Key.class);
        lower.given.forEach((key, value) -> {
            if (!ruledOut(key, value)) {
                all.put(key, value);
            }
        });
        given.forEach((key, value) ->
                all.merge(key, value, (below, above) -> key.kind().named() ? above.over(below) : above));
        return of(all);
    }

    private boolean ruledOut(Key key, Given value) {
        Optional<Alternative> theirs = chosenBy(key, value);
        return theirs.isPresent()
                && chosen(theirs.get().choice())
                        .filter(ours -> ours != theirs.get())
                        .isPresent();
    }

    /** Only the settings that count for a rollback. */
    public Settings forRollback() {
        return only(key -> key.forRollback() || key == Key.APP);
    }

    /** Only those that say which router the app is behind. */
    Settings router() {
        return only(key -> key.section() == Section.ROUTER);
    }

    /** All others. */
    Settings withoutRouter() {
        return only(key -> key.section() != Section.ROUTER);
    }

    private Settings only(Predicate<Key> wanted) {
        Map<Key, Given> some = new EnumMap<>(Key.class);
        given.forEach((key, value) -> {
            if (wanted.test(key)) {
                some.put(key, value);
            }
        });
        return new Settings(some);
    }

    /** Which settings have been given. */
    public Set<Key> keys() {
        return Set.copyOf(given.keySet());
    }

    Map<Key, Given> given() {
        return Map.copyOf(given);
    }

    /** Where a setting was given; empty where it wasn't. */
    public Optional<String> origin(Key key) {
        return Optional.ofNullable(given.get(key)).map(Given::origin);
    }

    /** What is chosen, where something is. */
    Optional<Alternative> chosen(Choice choice) {
        return given.entrySet().stream()
                .flatMap(one -> chosenBy(one.getKey(), one.getValue()).stream())
                .filter(alternative -> alternative.choice() == choice)
                .findFirst();
    }

    private void refuseTwo(Choice choice) {
        Alternative first = null;
        String firstOrigin = "";
        for (Map.Entry<Key, Given> one : given.entrySet()) {
            Alternative next = chosenBy(one.getKey(), one.getValue())
                    .filter(alternative -> alternative.choice() == choice)
                    .orElse(null);
            if (first != null && next != null && first != next) {
                throw new SettingsException(firstOrigin + " goes with " + first.title() + ", but "
                        + amid(one.getValue().origin()) + " with " + next.title() + ": give only one of them.");
            }
            if (next != null && first == null) {
                first = next;
                firstOrigin = one.getValue().origin();
            }
        }
    }

    /** An origin that begins a sentence, in the middle of one. */
    private static String amid(String origin) {
        return origin.replaceFirst("^T(?=h(?:e|is) )", "t");
    }

    private static Optional<Alternative> chosenBy(Key key, Given value) {
        if (key == Key.ROUTER) {
            return Optional.of(router(value));
        }
        return key.kind() == Kind.FLAG && !value.on() ? Optional.empty() : key.alternative();
    }

    private static Alternative router(Given value) {
        return switch (value.text()) {
            case "dns" -> Alternative.DNS;
            case "nginx" -> Alternative.NGINX;
            case "npm" -> Alternative.NPM;
            case "port" -> Alternative.PUBLISHED;
            default ->
                throw new SettingsException(value.origin() + ": " + Quoted.of(value.text())
                        + " is no router. Choose dns, nginx, npm or port.");
        };
    }

    /** A text; the default where none was given, empty where there is none either. */
    public Optional<String> text(Key key) {
        Given one = given.get(key);
        if (one != null && one.text().isBlank()) {
            throw new SettingsException(one.origin() + " is empty: it needs "
                    + (key == Key.APP ? "the app's name." : "a value, or leave it out."));
        }
        return Optional.ofNullable(one).map(Given::text).or(() -> Optional.of(key.fallback())
                .filter(fallback -> !fallback.isEmpty()));
    }

    /** A text without which nothing works. */
    String required(Key key, String why) {
        return text(key)
                .orElseThrow(() -> new SettingsException(
                        why + ": give " + key.option() + ", or '" + key.path() + "' in bluegreen.yaml."));
    }

    /** A whole number between these. */
    int number(Key key, int least, int most) {
        String text = text(key).orElseThrow();
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new SettingsException(where(key) + " must be a whole number from " + least + " to " + most + ", but "
                    + Quoted.of(text) + " was given.");
        }
        return Integer.parseInt(text);
    }

    /** A number above zero, up to this. */
    double decimal(Key key, double most) {
        String text = text(key).orElseThrow();
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")
                || new BigDecimal(text).signum() == 0
                || Double.parseDouble(text) > most) {
            throw new SettingsException(where(key) + " must be a number above 0, up to " + most + ", but "
                    + Quoted.of(text) + " was given.");
        }
        return Double.parseDouble(text);
    }

    /** A duration; zero only where that is allowed. */
    public Duration duration(Key key, boolean zeroAllowed) {
        String text = text(key).orElseThrow();
        Duration read = Durations.parse(text)
                .orElseThrow(() -> new SettingsException(where(key) + ": " + Quoted.of(text)
                        + " is no duration. Write it as Compose does: 500ms, 12s, 1m30s; a year at most."));
        if (read.isZero() && !zeroAllowed) {
            throw new SettingsException(where(key) + " must be longer than zero.");
        }
        return read;
    }

    /** Yes or no. */
    boolean flag(Key key) {
        String text = text(key).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw new SettingsException(where(key) + ": " + Quoted.of(text) + " is neither true nor false.");
        }
        return text.equals("true");
    }

    /** Several texts. */
    List<String> list(Key key) {
        return given.containsKey(key) ? given.get(key).texts() : List.of();
    }

    /** Names with values; a name without one is looked up in {@code environment}. */
    Map<String, String> pairs(Key key, Map<String, String> environment) {
        Map<String, String> read = new LinkedHashMap<>();
        for (String pair : list(key)) {
            String name = Given.nameOf(pair);
            read.put(
                    name,
                    pair.length() > name.length() ? pair.substring(name.length() + 1) : lookUp(key, name, environment));
        }
        return read;
    }

    private String lookUp(Key key, String name, Map<String, String> environment) {
        String value = environment.get(name);
        if (value == null) {
            String shown = name.matches("[A-Za-z_][A-Za-z0-9_.-]*") ? Quoted.of(name) : "something";
            throw new SettingsException(where(key) + " names " + shown
                    + " without a value, but the environment has no such variable. Set it, or write NAME=VALUE.");
        }
        return value;
    }

    /** Where a setting comes from, for messages. */
    String where(Key key) {
        return origin(key).orElse(key.option());
    }

    @Override
    public String toString() {
        return given.keySet().toString();
    }
}
