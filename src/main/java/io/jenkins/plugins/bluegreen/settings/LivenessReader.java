package io.jenkins.plugins.bluegreen.settings;

import io.jenkins.plugins.bluegreen.liveness.Check;
import io.jenkins.plugins.bluegreen.liveness.ExecCheck;
import io.jenkins.plugins.bluegreen.liveness.HealthCheck;
import io.jenkins.plugins.bluegreen.liveness.HttpCheck;
import io.jenkins.plugins.bluegreen.liveness.Liveness;
import io.jenkins.plugins.bluegreen.liveness.StatusRange;
import io.jenkins.plugins.bluegreen.liveness.TcpCheck;
import io.jenkins.plugins.bluegreen.settings.Alternative.Choice;
import io.jenkins.plugins.bluegreen.text.Quoted;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads when a version counts as ready. */
record LivenessReader(Settings settings, Map<String, String> environment) {
    private static final int MANY = 1000;

    Liveness read() {
        return new Liveness(
                check(),
                settings.duration(Key.INTERVAL, false),
                settings.duration(Key.TIMEOUT, false),
                settings.number(Key.SUCCESSES, 1, MANY),
                settings.duration(Key.DEADLINE, false));
    }

    private Check check() {
        return switch (settings.chosen(Choice.CHECK).orElse(Alternative.HTTP)) {
            case TCP -> new TcpCheck();
            case EXEC -> new ExecCheck(settings.list(Key.HEALTH_EXEC));
            case OWN -> new HealthCheck();
            default -> http();
        };
    }

    private Check http() {
        Optional<Pattern> body = settings.text(Key.HEALTH_BODY).map(this::pattern);
        StatusRange expected = Refused.by(
                settings.where(Key.HEALTH_STATUS),
                () -> StatusRange.parse(settings.text(Key.HEALTH_STATUS).orElseThrow()));
        return Refused.by(
                settings.where(Key.HEALTH),
                () -> new HttpCheck(
                        settings.text(Key.HEALTH).orElseThrow(),
                        expected,
                        body,
                        settings.pairs(Key.HEALTH_HEADERS, environment)));
    }

    private Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new SettingsException(settings.where(Key.HEALTH_BODY) + ": " + Quoted.of(text)
                    + " is no regular expression: " + Quoted.plain(e.getDescription(), 100) + ".");
        }
    }
}
