package io.jenkins.plugins.bluegreen.cli;

import io.jenkins.plugins.bluegreen.cli.terminal.Terminal;
import io.jenkins.plugins.bluegreen.host.Host;
import io.jenkins.plugins.bluegreen.host.LocalHost;
import io.jenkins.plugins.bluegreen.settings.Surroundings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** The program {@code bluegreen}. */
public final class Main {
    private Main() {}

    /** Runs a command on this machine and ends the process with its {@link ExitCode}. */
    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        Host host = new LocalHost();
        Surroundings around = new Surroundings(Path.of("").toAbsolutePath(), environment, host, Clock.systemUTC());
        Workplace at = new Workplace(around, Terminal.ofProcess(host, environment), Engine::of);
        System.exit(BluegreenCommand.with(at).execute(args));
    }
}
