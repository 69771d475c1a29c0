package io.jenkins.plugins.bluegreen.docker;

import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.HostException;
import java.util.Optional;

/**
 * How much room an engine has for images and containers.
 *
 * @param folder where it keeps them
 * @param freeMiB what is free there
 */
public record DiskSpace(String folder, long freeMiB) {
    /** Asks the engine and {@code df}; empty where that can't be told, as of an engine on another machine. Blocks. */
    public static Optional<DiskSpace> of(Docker docker) throws InterruptedException {
        try {
            String folder =
                    docker.call("info", "--format", "{{.DockerRootDir}}").strip();
            CommandResult df = docker.host().run(Command.of("df", "-Pk", folder));
            String[] cells = df.out().lines().skip(1).findFirst().orElse("").split("\\s+");
            boolean told = df.succeeded() && cells.length > 3 && cells[3].matches("\\d{1,15}");
            return told ? Optional.of(new DiskSpace(folder, Long.parseLong(cells[3]) / 1024)) : Optional.empty();
        } catch (HostException e) {
            return Optional.empty();
        }
    }
}
