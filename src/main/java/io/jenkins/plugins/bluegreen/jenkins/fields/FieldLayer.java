package io.jenkins.plugins.bluegreen.jenkins.fields;

import io.jenkins.plugins.bluegreen.settings.Key;
import io.jenkins.plugins.bluegreen.settings.OptionLayer;
import io.jenkins.plugins.bluegreen.settings.Settings;
import io.jenkins.plugins.bluegreen.settings.SettingsException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Collects fields into {@link Settings}, with build variables expanded. Messages call a setting by its field, as in "The
 * field 'router.container'". A field that is {@code null} isn't set. One use only.
 */
public final class FieldLayer {
    private final UnaryOperator<String> expand;
    private final ProxyManagerAccess proxyManager;
    private final OptionLayer layer;
    private final Map<Key, String> origins = new HashMap<>();
    private String login;

    /**
     * @param expand replaces build variables in a text
     * @param workspace from where relative paths count
     * @param proxyManager how NGINX Proxy Manager is reached where no field says
     */
    public FieldLayer(UnaryOperator<String> expand, String workspace, ProxyManagerAccess proxyManager) {
        this.expand = expand;
        this.proxyManager = proxyManager;
        this.layer = new OptionLayer(Path.of(workspace));
    }

    /** A text with its build variables replaced. */
    public String expanded(String text) {
        return expand.apply(text);
    }

    /** A text. */
    public void text(Key key, String field, String value) {
        if (value != null) {
            put(key, field, List.of(expand.apply(value)));
        }
    }

    /** A number, or a text with build variables that come to one. */
    public void number(Key key, String field, Object value) {
        text(key, field, value == null ? null : value.toString());
    }

    /** Yes; no is what counts anyhow. */
    public void flag(Key key, String field, boolean value) {
        if (value) {
            put(key, field, List.of("true"));
        }
    }

    /** Several texts, one a line. */
    public void lines(Key key, String field, String value) {
        if (value != null) {
            List<String> lines = value.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(expand)
                    .toList();
            put(key, field, lines);
        }
    }

    private void put(Key key, String field, List<String> values) {
        String origin = "The field '" + field + "'";
        String before = origins.put(key, origin);
        if (before != null) {
            throw new SettingsException(
                    before + " and " + origin.replaceFirst("^T", "t") + " say the same: give only" + " one of them.");
        }
        layer.with(key, origin, values);
    }

    /** The id of the credentials with which the router is logged in to; {@code null} where none are set. */
    public void login(String credentials) {
        login = credentials == null ? null : expand.apply(credentials);
    }

    /** How NGINX Proxy Manager is reached where no field says. */
    public ProxyManagerAccess proxyManager() {
        return proxyManager;
    }

    /** The id given to {@link #login}. */
    public Optional<String> login() {
        return Optional.ofNullable(login);
    }

    /**
     * All of them.
     *
     * @throws SettingsException where two rule each other out
     */
    public Settings settings() {
        return layer.settings();
    }
}
