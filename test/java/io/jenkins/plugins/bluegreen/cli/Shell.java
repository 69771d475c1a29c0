package io.jenkins.plugins.bluegreen.cli;

import io.jenkins.plugins.bluegreen.cli.terminal.Terminal;
import io.jenkins.plugins.bluegreen.deploy.Deployment;
import io.jenkins.plugins.bluegreen.settings.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;

/** Runs commands in a folder, with a fake host and engine, and shows what they wrote. */
final class Shell {
    final FakeHost host = new FakeHost();
    final FakeEngine engine = new FakeEngine();
    final Map<String, String> environment = new TreeMap<>();
    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private CommandLine program;

    Shell(Path folder) {
        this.folder = folder;
    }

    int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return program().execute(arguments);
    }

    CommandLine program() {
        if (program == null) {
            program = BluegreenCommand.with(workplace());
        }
        return program;
    }

    /** The environment counts as it is at the first run. */
    private Workplace workplace() {
        Clock noon = Clock.fixed(Instant.parse("2026-02-03T12:00:00Z"), ZoneOffset.UTC);
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, false, () -> 80);
        return new Workplace(new Surroundings(folder, environment, host, noon), terminal, (docker, progress) -> engine);
    }

    /** What {@code deploy} hands to the engine. */
    Deployment deployment(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "deploy";
        System.arraycopy(options, 0, arguments, 1, options.length);
        int code = run(arguments);
        if (code != 0) {
            throw new AssertionError("deploy ended with " + code + ": " + err());
        }
        return engine.deployments.get(engine.deployments.size() - 1);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
