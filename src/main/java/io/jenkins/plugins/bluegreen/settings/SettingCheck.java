package io.jenkins.plugins.bluegreen.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Checks one setting by itself, as far as that can be told without the others: for a form, while somebody types. */
public final class SettingCheck {
    private SettingCheck() {}

    /**
     * Checks a value.
     *
     * @param origin what the message calls it
     * @throws SettingsException where it can't be that
     */
    public static void check(Key key, String origin, String value) {
        Settings settings =
                new OptionLayer(Path.of("/")).with(key, origin, List.of(value)).settings();
        switch (key) {
            case APP -> new AppName(value).checked();
            case TAG -> new VersionText(value).checked();
            case HEALTH, HEALTH_STATUS, HEALTH_BODY -> new LivenessReader(settings, Map.of()).read();
            case PORT -> settings.number(key, 1, SettingsReader.HIGHEST_PORT);
            case KEEP -> settings.number(key, 0, SettingsReader.MANY);
            case METER_URL, NPM_URL -> WebAddress.of(settings.text(key).orElseThrow(), origin);
            default -> {
                if (key.kind() == Kind.DURATION) {
                    settings.duration(key, true);
                }
            }
        }
    }
}
