package io.jenkins.plugins.bluegreen.settings;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Checks one setting by itself, as far as that can be told without the others: for a form, while somebody types. It is held
 * to what a deployment holds it to, by describing one in which all others are fine.
 */
public final class SettingCheck {
    private static final Path FOLDER = Path.of("/");

    private SettingCheck() {}

    /**
     * Checks what was given, several values where the setting takes several. A name without a value, which a deployment would
     * look up, passes.
     *
     * @param origin what the message calls it
     * @throws SettingsException where it can't be that
     * @throws IllegalArgumentException where the engine refuses it, with a sentence
     */
    public static void check(Key key, String origin, List<String> values) {
        List<String> complete = key.kind() == Kind.PAIRS
                ? values.stream()
                        .map(pair -> pair.contains("=") ? pair : pair + "=")
                        .toList()
                : values;
        Settings settings = new OptionLayer(FOLDER)
                .with(key, origin, complete)
                .settings()
                .over(allThatIsFine(key.alternative().orElse(Alternative.IMAGE)));
        Map<String, String> environment = Map.of(RoutingReader.SECRET_VARIABLE, "fine");
        try {
            new SettingsReader(settings, new Surroundings(FOLDER, environment, null, Clock.systemUTC())).deployment();
        } catch (InterruptedException e) {
            throw new AssertionError("It has its version and its commit, so it doesn't ask git.", e);
        }
    }

    /** With all that would have to be asked for else; the host never is. */
    private static Settings allThatIsFine(Alternative alternative) {
        OptionLayer fine = new OptionLayer(FOLDER)
                .with(Key.APP, List.of("fine"))
                .with(Key.TAG, List.of("fine"))
                .with(Key.COMMIT, List.of("fine"))
                .with(Key.BY, List.of("fine"))
                .with(Key.PRE_SWITCH, List.of("fine"))
                .with(Key.METER_URL, List.of("http://fine/"))
                .with(alternative == Alternative.BUILD ? Key.BUILD : Key.IMAGE, List.of("fine"));
        return switch (alternative) {
            case NGINX -> fine.with(Key.NGINX_CONTAINER, List.of("fine")).settings();
            case NPM ->
                fine.with(Key.NPM_URL, List.of("http://fine/"))
                        .with(Key.NPM_IDENTITY, List.of("fine"))
                        .with(Key.NPM_DOMAIN, List.of("fine.example.com"))
                        .settings();
            case PUBLISHED -> fine.with(Key.PUBLISH, List.of("80")).settings();
            default -> fine.settings();
        };
    }
}
