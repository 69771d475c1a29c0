package io.jenkins.plugins.bluegreen.stack.compose;

import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.Host;
import io.jenkins.plugins.bluegreen.host.HostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The Compose client of a host: {@code docker compose} where it answers, else {@code docker-compose}. It gets its file on
 * standard input, so that nothing is left on the host. Every method blocks until the client has ended.
 *
 * <p>Health isn't waited for here: 1.29 has no {@code --wait}, for which it prints its usage, starts nothing and ends with 0.
 * Nor is it asked for {@code config --hash}, since for that 1.29 reads its input twice.
 */
public final class ComposeClient {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Host host;
    private final List<String> program;

    private ComposeClient(Host host, List<String> program) {
        this.host = host;
        this.program = program;
    }

    /**
     * Finds the client.
     *
     * @throws ComposeException where there is none
     */
    public static ComposeClient of(Host host) throws InterruptedException {
        for (List<String> program : List.of(List.of("docker", "compose"), List.of("docker-compose"))) {
            if (answers(host, program)) {
                return new ComposeClient(host, program);
            }
        }
        throw new ComposeException(
                "Neither 'docker compose' nor 'docker-compose' answers here. Install Docker's Compose plugin, or the"
                        + " package docker-compose (1.29 or later).",
                true);
    }

    private static boolean answers(Host host, List<String> program) throws InterruptedException {
        List<String> arguments = new ArrayList<>(program);
        arguments.addAll(List.of("version", "--short"));
        try {
            return host.run(Command.of(arguments)).succeeded();
        } catch (HostException e) {
            return false; // it isn't installed
        }
    }

    /** Creates these services where they aren't there, and starts them; one whose container is there is left as it is. */
    public void start(ComposeFile file, Collection<String> services) throws InterruptedException {
        up(file, "--no-recreate", services);
    }

    /** Makes the containers of these services anew, with the volumes that they had. */
    public void recreate(ComposeFile file, Collection<String> services) throws InterruptedException {
        up(file, "--force-recreate", services);
    }

    /** Stops and removes the project's containers, also those of services that aren't described any more. No volume. */
    public void down(ComposeFile file) throws InterruptedException {
        run(file, List.of("down", "--remove-orphans"), List.of());
    }

    /** The others are kept from its eyes: where a volume of one isn't there, because it failed, 1.29 refuses them all. */
    private void up(ComposeFile file, String mode, Collection<String> services) throws InterruptedException {
        ComposeFile those = new ComposeFile(file.description().only(services));
        run(those, List.of("up", "--detach", "--no-deps", "--no-build", mode), services);
    }

    private void run(ComposeFile file, List<String> command, Collection<String> services) throws InterruptedException {
        List<String> arguments = new ArrayList<>(program);
        arguments.addAll(
                List.of("--project-name", file.description().project(), "--project-directory", "/", "--file", "-"));
        arguments.addAll(command);
        arguments.addAll(services);
        CommandResult result =
                host.run(Command.of(arguments).withInput(file.text()).within(LIMIT));
        if (!result.succeeded()) {
            throw new ComposeException(
                    "'" + String.join(" ", program) + " " + command.get(0) + "' failed (exit code " + result.exitCode()
                            + "): " + said(result),
                    false);
        }
    }

    /** What went wrong, without the lines by which it shows how far it has come. */
    private static String said(CommandResult result) {
        return (result.err().isBlank() ? result.out() : result.err())
                .lines()
                .filter(line -> !line.isBlank()
                        && !line.matches("(?:Creating|Recreating|Starting|Stopping|Removing) .*\\.\\.\\..*"))
                .distinct()
                .collect(java.util.stream.Collectors.joining("\n"));
    }
}
