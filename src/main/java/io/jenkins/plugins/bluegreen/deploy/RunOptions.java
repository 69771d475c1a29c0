package io.jenkins.plugins.bluegreen.deploy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the app's container is run. Names as in Compose.
 *
 * @param volumes {@code source:target[:mode]}
 * @param command replaces the image's command; empty means the image's own
 * @param user {@code name|uid[:group|gid]}
 * @param memory a limit as Docker writes it: {@code 512m}
 * @param cpus a number: {@code 1.5}
 * @param labels further labels
 * @param readOnly whether its root file system is read-only
 * @param capDrop capabilities to take away
 * @param init whether an init process reaps its children
 * @param stopSignal the signal that asks it to end
 * @param stopGrace how long it then may take
 * @param networks networks besides the app's own
 * @param extra further {@code docker run} options, each {@code --name=value} or {@code --name}
 */
public record RunOptions(
        List<String> volumes,
        List<String> command,
        Optional<String> user,
        Optional<String> memory,
        Optional<String> cpus,
        Map<String, String> labels,
        boolean readOnly,
        List<String> capDrop,
        boolean init,
        Optional<String> stopSignal,
        Duration stopGrace,
        List<String> networks,
        List<String> extra) {

    /** Nothing special, and 30 s to finish requests when it is stopped. */
    public static final RunOptions DEFAULTS = new RunOptions(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            false,
            List.of(),
            false,
            Optional.empty(),
            Duration.ofSeconds(30),
            List.of(),
            List.of());

    public RunOptions {
        volumes = List.copyOf(volumes);
        command = List.copyOf(command);
        labels = Map.copyOf(labels);
        capDrop = List.copyOf(capDrop);
        networks = List.copyOf(networks);
        extra = List.copyOf(extra);
    }
}
