package io.jenkins.plugins.bluegreen.traffic;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A container in which a proxy runs, and the constant shell scripts run in it.
 *
 * <p>What belongs together is one script rather than several {@code docker exec}: each of those costs some 90 ms, and a
 * script that has started runs to its end even if whoever started it is killed. For the same reason values are
 * positional arguments rather than input: an input may break off half-way, an argument can't.
 */
record ProxyContainer(Docker docker, String name) {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]*");

    /** A limit that only a machine in distress reaches. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Refuses what Docker would not take for a container's name, or would take for an option. */
    static String checkedName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' can't be a container's name: letters, digits, '_', '.'"
                    + " and '-' are allowed, and it begins with a letter or digit.");
        }
        return name;
    }

    /** The container itself, checked to run and to be on this network. */
    Container onNetwork(String network) throws InterruptedException {
        Container found = running();
        if (!found.networks().containsKey(network)) {
            throw new RouterException("The container '" + name + "' is not on the network '" + network
                    + "' and can't reach the app there. Attach it: docker network connect " + network + " " + name);
        }
        return found;
    }

    /** The container itself, checked to run. */
    Container running() throws InterruptedException {
        Container found = docker.container(name)
                .orElseThrow(() ->
                        new RouterException("There is no container '" + name + "'. Start it, or name the right one."));
        if (!found.running()) {
            throw new RouterException("The container '" + name + "' does not run (it is " + found.status()
                    + "). Start it: docker start " + name);
        }
        return found;
    }

    /**
     * Runs a script in the container, which must have a shell.
     *
     * @return how it ended, whatever the exit code; empty where the container doesn't run
     * @throws RouterException where there is no shell in it
     */
    Optional<CommandResult> run(String script, String... values) throws InterruptedException {
        List<String> argv = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        argv.addAll(List.of(values));
        CommandResult result = docker.exec(name, argv, "", LIMIT);
        if (result.succeeded()) {
            return Optional.of(result);
        }
        if (result.err().contains("No such container") || result.err().contains("is not running")) {
            return Optional.empty();
        }
        if (result.exitCode() == 126 || result.exitCode() == 127) {
            throw new RouterException(
                    "The container '" + name + "' has no shell 'sh', which is needed to set it: " + said(result));
        }
        return Optional.of(result);
    }

    /** What a command said on its way out: errors first, for want of them the rest. */
    static String said(CommandResult result) {
        return result.err().isBlank() ? result.out().strip() : result.err().strip();
    }
}
