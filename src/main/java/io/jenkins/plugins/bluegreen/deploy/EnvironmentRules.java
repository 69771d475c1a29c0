package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.host.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a container's environment and a build's arguments may hold. Messages name a variable, and never show its value. */
final class EnvironmentRules {
    /** Linux's MAX_ARG_STRLEN, less the NUL at the end: {@code NAME=value} that is longer can't be given to any process. */
    private static final int LONGEST = 131_071;

    /** Half of what Linux allows the client's arguments and environment together by default. */
    private static final int MOST = 1 << 20;

    /** What Compose's env files may name, all of which Docker takes. */
    private static final Rule VARIABLE = Rule.of(
            "An environment variable's name",
            "[\\p{L}\\p{N}_.\\[\\]-]{1,256}",
            "1 to 256 letters, digits, _ . - [ and ]");

    private static final Rule ARGUMENT = Rule.of(
            "A build argument's name",
            "[A-Za-z_][A-Za-z0-9_.-]{0,255}",
            "letters, digits, _ . and -, the first of them a letter or _");

    private EnvironmentRules() {}

    static void check(Map<String, Secret> environment) {
        environment.forEach((name, value) -> check(VARIABLE, "The environment variable ", name, value.reveal()));
        checkTogether(
                "The environment's values of several lines or over 60 kB are",
                ContainerEnvironment.of(environment).environment());
    }

    static void checkArguments(Map<String, String> arguments) {
        arguments.forEach((name, value) -> check(ARGUMENT, "The build argument ", name, value));
        checkTogether("The build arguments are", arguments);
    }

    /** A name with an equals sign is likely a mistaken {@code NAME=value}: what follows the sign isn't shown, nor what follows a colon or a space. */
    private static void check(Rule names, String what, String name, String value) {
        if (!names.allows(name)) {
            throw names.refusal(name.replaceFirst("(?s)([=:\\s]).+", "$1…"));
        }
        DeploymentRules.require(
                value.indexOf('\0') < 0, what + name + " has a value with a NUL character; allowed is anything else.");
        long bytes = bytes(name, value);
        DeploymentRules.require(
                bytes <= LONGEST,
                what + name + " is " + bytes + " bytes long with its name; Linux takes " + LONGEST
                        + " at most. Put the value into a file, and mount or copy that.");
    }

    private static void checkTogether(String what, Map<String, String> variables) {
        long bytes = variables.entrySet().stream()
                .mapToLong(one -> bytes(one.getKey(), one.getValue()))
                .sum();
        DeploymentRules.require(
                bytes <= MOST,
                what + " " + bytes + " bytes long together; allowed is " + MOST
                        + ", which a process can surely be given. Put the largest into files, and mount or copy those.");
    }

    private static long bytes(String name, String value) {
        return (name + "=" + value).getBytes(StandardCharsets.UTF_8).length;
    }
}
