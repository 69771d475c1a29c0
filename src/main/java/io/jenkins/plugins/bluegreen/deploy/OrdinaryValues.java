package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.host.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the values of an environment that must be masked from those that are no secret, such as {@code MODE=production},
 * {@code PORT=3000} and {@code DEBUG=true}: masked, these would make every log unreadable, for they stand all over it.
 *
 * <p>Where in doubt, a value is a secret. It is ordinary only if it looks so and its variable's name doesn't speak of a
 * secret; under a name that does, only booleans and what is too short to be masked are. Immutable.
 */
public final class OrdinaryValues {
    private static final Pattern SECRET_NAME = Pattern.compile(
            "PASS|PWD|SECRET|TOKEN|KEY|CRED|AUTH|PRIVATE|SALT|CERT|SIGN|HASH|(^|_)(PIN|OTP|CODE|DSN)(_|$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BOOLEAN = Pattern.compile("true|false|yes|no|on|off|enabled|disabled");
    private static final Pattern NUMBER = Pattern.compile(
            "[+-]?\\d{1,5}(\\.\\d{1,3})?\\s?(%|b|[kmgt](i?b)?|ms|us|ns|s|sec|min|m|h|d|days?|hours?|minutes?|seconds?)?");
    private static final Set<String> WORDS = Set.of(
            "production",
            "prod",
            "staging",
            "stage",
            "development",
            "devel",
            "testing",
            "test",
            "local",
            "localhost",
            "127.0.0.1",
            "0.0.0.0",
            "debug",
            "info",
            "notice",
            "warn",
            "warning",
            "error",
            "fatal",
            "trace",
            "verbose",
            "silent",
            "none",
            "null",
            "auto",
            "default",
            "always",
            "never",
            "http",
            "https",
            "json",
            "text",
            "plain",
            "utf-8",
            "utf8",
            "c.utf-8",
            "en_us.utf-8",
            "europe/berlin",
            "etc/utc",
            "root",
            "node",
            "mysql",
            "postgres",
            "postgresql",
            "mariadb",
            "redis",
            "mongo",
            "sqlite");
    private static final int SHORTEST = 4;
    private static final int SHORTEST_NAMED_SECRET = 3;

    private final Set<String> names;

    /**
     * @param app the app's name
     * @param network its network's
     * @param version its version's
     */
    public OrdinaryValues(String app, String network, String version) {
        this.names =
                Set.copyOf(List.of(app, network, version).stream().distinct().toList());
    }

    /** The values that must not be shown, of these variables. */
    public List<Secret> secretsAmong(Map<String, Secret> variables) {
        return variables.entrySet().stream()
                .filter(variable ->
                        !isOrdinary(variable.getKey(), variable.getValue().reveal()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private boolean isOrdinary(String name, String value) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        boolean isBoolean = BOOLEAN.matcher(word).matches();
        if (SECRET_NAME.matcher(name).find()) {
            return isBoolean || value.length() < SHORTEST_NAMED_SECRET;
        }
        return isBoolean
                || value.length() < SHORTEST
                || NUMBER.matcher(word).matches()
                || WORDS.contains(word)
                || names.contains(value);
    }
}
