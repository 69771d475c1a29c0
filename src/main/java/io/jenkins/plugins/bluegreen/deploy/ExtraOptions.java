package io.jenkins.plugins.bluegreen.deploy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which {@code docker run} options may be handed through. Their values are never shown: they may be meant as an
 * environment.
 */
final class ExtraOptions {
    private static final Pattern OPTION = Pattern.compile("--([a-z][a-z0-9-]*)(=[^\\p{Cc}\\p{Cs}\u2028\u2029]*)?");
    private static final Pattern SHORT = Pattern.compile("-[A-Za-z].*", Pattern.DOTALL);

    /** The only options without a value. Any other would take the next argument for it: the image, in the end. */
    private static final Set<String> SWITCHES = Set.of("privileged", "no-healthcheck", "oom-kill-disable");

    private static final String OWN_NAME = "the engine names the containers itself";
    private static final String OWN_LIFE = "the engine decides when a container starts, restarts and goes";
    private static final String OWN_NETWORK = "the engine connects the containers; name further networks in 'networks'";
    private static final String NO_PORTS =
            "two versions run side by side and can't own one port; use the router 'port', which owns it";
    private static final String NO_TERMINAL = "the containers run in the background, without a terminal";
    private static final String TWO_AT_ONCE = "two versions run side by side and can't share an address";
    private static final String ENVIRONMENT =
            "an environment given here would show in the list of processes; use env files";

    private static final Map<String, String> OWNED = Map.ofEntries(
            Map.entry("name", OWN_NAME),
            Map.entry("cidfile", OWN_NAME),
            Map.entry("detach", OWN_LIFE),
            Map.entry("detach-keys", OWN_LIFE),
            Map.entry("rm", OWN_LIFE),
            Map.entry("restart", OWN_LIFE),
            Map.entry("pull", "the engine builds or pulls the image before"),
            Map.entry("quiet", "the engine builds or pulls the image before"),
            Map.entry("help", "that would run nothing"),
            Map.entry("network", OWN_NETWORK),
            Map.entry("net", OWN_NETWORK),
            Map.entry("network-alias", OWN_NETWORK),
            Map.entry("net-alias", OWN_NETWORK),
            Map.entry("link", OWN_NETWORK),
            Map.entry("publish", NO_PORTS),
            Map.entry("publish-all", NO_PORTS),
            Map.entry("ip", TWO_AT_ONCE),
            Map.entry("ip6", TWO_AT_ONCE),
            Map.entry("link-local-ip", TWO_AT_ONCE),
            Map.entry("mac-address", TWO_AT_ONCE),
            Map.entry("env", ENVIRONMENT),
            Map.entry("env-file", ENVIRONMENT),
            Map.entry("interactive", NO_TERMINAL),
            Map.entry("tty", NO_TERMINAL),
            Map.entry("attach", NO_TERMINAL),
            Map.entry("sig-proxy", NO_TERMINAL),
            Map.entry("label", "use 'labels'"),
            Map.entry("label-file", "use 'labels'"),
            Map.entry("volume", "use 'volumes'"),
            Map.entry("user", "use 'user'"),
            Map.entry("memory", "use 'memory'"),
            Map.entry("cpus", "use 'cpus'"),
            Map.entry("read-only", "use 'read-only'"),
            Map.entry("cap-drop", "use 'cap-drop'"),
            Map.entry("init", "use 'init'"),
            Map.entry("stop-signal", "use 'stop-signal'"),
            Map.entry("stop-timeout", "use 'stop-grace-period'"));

    private ExtraOptions() {}

    static void check(List<String> extra) {
        for (int i = 0; i < extra.size(); i++) {
            check(i + 1, extra.get(i));
        }
    }

    private static void check(int place, String option) {
        Matcher parts = OPTION.matcher(option);
        if (!parts.matches()) {
            throw malformed(place, option);
        }
        String name = parts.group(1);
        String reason = OWNED.get(name);
        if (reason != null) {
            throw new InvalidDeploymentException(
                    "The docker option --" + name + " can't be handed through: " + reason + ".");
        }
        DeploymentRules.require(
                parts.group(2) != null || SWITCHES.contains(name),
                "The docker option " + InvalidDeploymentException.shown("--" + name)
                        + " has no value; allowed is --name=value, as one argument, or one of "
                        + String.join(
                                ", ",
                                SWITCHES.stream()
                                        .sorted()
                                        .map(one -> "--" + one)
                                        .toList())
                        + " alone.");
    }

    private static InvalidDeploymentException malformed(int place, String option) {
        String what = SHORT.matcher(option).matches()
                ? "is a short option (" + option.substring(0, 2) + ")"
                : "is none, or holds a line break";
        return new InvalidDeploymentException(
                "The docker option at place " + place + " " + what + "; allowed is the long form, --name=value.");
    }
}
