package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.host.Secret;
import io.jenkins.plugins.bluegreen.liveness.Liveness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which descriptions are refused, each with a sentence. Everything that becomes a name, a tag or an option of Docker's is
 * held against what Docker takes, so that nothing odd gets as far as a command. Where Docker takes more than anyone needs,
 * these rules are the stricter ones.
 */
final class DeploymentRules {
    private static final int LONGEST_APP = 48;

    private static final Rule APP = Rule.of(
            "The app's name",
            "[a-z0-9](?:[a-z0-9]|[._-](?=[a-z0-9])){1," + (LONGEST_APP - 1) + "}",
            "2 to " + LONGEST_APP + " lower-case letters and digits, with single . _ or - between them");

    /** What the engine's own names end in; see {@link Names}. */
    private static final List<String> OWN_ENDINGS = List.of(
            "-candidate", "-candidate-hook", "-returning", "-draining", "-lock", "-blue", "-green", "-front", "-kept");

    private static final Rule VERSION = Rule.of(
            "The version",
            "(?!(?:latest|temp)$)[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}",
            "up to 128 letters, digits, _ . and -, the first of them no . or -, but not latest or temp, which are tags of"
                    + " the engine's own");

    static final Rule NETWORK = Rule.of(
            "A network's name",
            "(?!(?:host|none|bridge|default)$)[A-Za-z0-9][A-Za-z0-9_.-]{0,127}",
            "letters, digits, _ . and -, the first of them a letter or digit, but not host, none, bridge or default, on which"
                    + " containers have no names");

    private static final Rule ONE_LINE = Rule.of("Who deploys what", "[^\\p{Cc}\\p{Cs}\u2028\u2029]*", "a single line");

    private static final Set<String> WEB = Set.of("http", "https");

    /** What is deployed, and as what. */
    void check(
            String app,
            String version,
            String network,
            int port,
            Map<String, Secret> environment,
            RunOptions run,
            Source source,
            int keep) {
        checkApp(app);
        VERSION.check(version);
        NETWORK.check(network);
        require(port >= 1 && port <= 65_535, "The container's port is " + port + "; allowed is 1 to 65535.");
        EnvironmentRules.check(environment);
        RunRules.check(run);
        SourceRules.check(source);
        require(keep >= 0, "The number of versions to keep is " + keep + "; allowed is 0 or more.");
    }

    /** How it is deployed. */
    void check(Liveness liveness, Optional<Hook> preSwitch, Drain drain, Duration bake, Duration lockWait) {
        requirePositive("The liveness interval", liveness.interval());
        requirePositive("The liveness timeout", liveness.timeout());
        requirePositive("The liveness deadline", liveness.deadline());
        require(
                liveness.successes() >= 1,
                "The number of good answers in a row is " + liveness.successes() + "; allowed is 1 or more.");
        preSwitch.ifPresent(DeploymentRules::check);
        requireNotNegative("The drain limit", drain.limit());
        requireNotNegative("The drain minimum", drain.minimum());
        requireNotNegative("The bake time", bake);
        requireNotNegative("The lock wait", lockWait);
    }

    /** What is noted and measured. */
    void check(Optional<Metering> metering, String by, Optional<String> commit) {
        metering.ifPresent(DeploymentRules::check);
        ONE_LINE.check(by);
        ONE_LINE.check(commit);
    }

    private static void checkApp(String app) {
        APP.check(app);
        for (String ending : OWN_ENDINGS) {
            require(!app.endsWith(ending), taken(app, "a name that doesn't end in " + ending));
        }
        require(!app.contains("-kept-"), taken(app, "a name without -kept- in it"));
    }

    private static String taken(String app, String allowed) {
        return InvalidDeploymentException.of(
                        "The app's name", app, allowed + ", which is how the engine's own containers are called")
                .getMessage();
    }

    private static void check(Hook hook) {
        require(
                !hook.command().isEmpty() && !hook.command().get(0).isBlank(),
                "The pre-switch command is empty; allowed is a program with its arguments.");
        require(
                hook.command().stream().noneMatch(argument -> argument.indexOf('\0') >= 0),
                "The pre-switch command holds a NUL character; allowed is anything else.");
        requirePositive("The pre-switch command's limit", hook.limit());
    }

    private static void check(Metering metering) {
        require(
                metering.url().getHost() != null && WEB.contains(metering.url().getScheme()),
                "The metered URL has to start with http:// or https:// and a host.");
        require(
                metering.perSecond() > 0 && metering.perSecond() <= 10_000,
                "The metered rate is " + metering.perSecond() + "; allowed is up to 10000 requests a second.");
    }

    static void requireNotNegative(String option, Duration duration) {
        require(!duration.isNegative(), option + " is negative; allowed is 0 or more.");
    }

    private static void requirePositive(String option, Duration duration) {
        require(duration.toMillis() > 0, option + " is less than a millisecond; allowed is 1 ms or more.");
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new InvalidDeploymentException(otherwise);
        }
    }
}
