package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.host.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a container's environment reaches the {@code docker} client without showing: as an env file on its standard input.
 * Docker's env files know no line breaks, so values that have some go through the client's own environment, by name.
 *
 * @param arguments for {@code docker create}
 * @param input the env file
 * @param environment the client's
 */
record ContainerEnvironment(List<String> arguments, String input, Map<String, String> environment) {
    /** Longer lines are more than Docker's reader takes (64 KiB), so they go the other way too. */
    private static final int LINE_LIMIT = 60_000;

    static ContainerEnvironment of(Map<String, Secret> variables) {
        StringBuilder file = new StringBuilder();
        Map<String, String> environment = new TreeMap<>();
        List<String> arguments = new ArrayList<>();
        new TreeMap<>(variables).forEach((name, secret) -> {
            String value = secret.reveal();
            if (fitsOneLine(value)) {
                file.append(name).append('=').append(value).append('\n');
            } else {
                refuseIfDockerWouldObey(name);
                environment.put(name, value);
                arguments.add("--env=" + name);
            }
        });
        if (file.length() > 0) {
            arguments.add("--env-file=/dev/stdin");
        }
        return new ContainerEnvironment(arguments, file.toString(), environment);
    }

    private static boolean fitsOneLine(String value) {
        return value.getBytes(StandardCharsets.UTF_8).length < LINE_LIMIT
                && value.chars().noneMatch(c -> c == '\n' || c == '\r');
    }

    /** True where the docker client itself obeys a variable of this name in its environment. */
    static boolean steersDocker(String name) {
        return name.matches(
                "(?i)PATH|HOME|TMPDIR|XDG_.*|DOCKER_.*|BUILDKIT_.*|LD_.*|SSH_.*|GO.*|SSL_.*|(HTTPS?|NO|ALL)_PROXY");
    }

    private static void refuseIfDockerWouldObey(String name) {
        if (steersDocker(name)) {
            throw new InvalidDeploymentException("The environment variable " + name
                    + " has a value of several lines (or over 60 kB), which can't be handed over without the docker client"
                    + " obeying it itself. Give it one line.");
        }
    }
}
