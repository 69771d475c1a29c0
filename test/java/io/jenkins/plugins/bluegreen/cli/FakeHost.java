package io.jenkins.plugins.bluegreen.cli;

import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.Host;
import io.jenkins.plugins.bluegreen.host.HostException;
import io.jenkins.plugins.bluegreen.host.HttpAnswer;
import io.jenkins.plugins.bluegreen.host.HttpCall;
import io.jenkins.plugins.bluegreen.host.RunningCommand;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A host with a Docker engine without containers, and a git repository at a commit; keeps what it was asked. */
final class FakeHost implements Host {
    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    /** Which containers there are: the one question to Docker that says nothing of what was typed. */
    static final List<String> CONTAINERS =
            List.of("docker", "ps", "--all", "--no-trunc", "--format", "{{.ID}} {{.Names}}");

    final List<List<String>> asked = new ArrayList<>();
    boolean dockerAnswers = true;
    boolean git = true;
    String changes = "";
    String container = "";
    String log = "";

    @Override
    public CommandResult run(Command command) {
        asked.add(command.argv());
        return command.argv().get(0).equals("git") ? git(command.argv()) : docker(command.argv());
    }

    private CommandResult git(List<String> argv) {
        if (!git) {
            throw new HostException("'git' can't be started here.");
        }
        return new CommandResult(0, argv.contains("status") ? changes : COMMIT + "\n", "");
    }

    private CommandResult docker(List<String> argv) {
        if (!dockerAnswers) {
            return new CommandResult(1, "", "Cannot connect to the Docker daemon. Is the docker daemon running?");
        }
        if (argv.contains("logs")) {
            return new CommandResult(0, log, "");
        }
        if (argv.contains("inspect") && (container.isEmpty() || argv.contains("image"))) {
            return new CommandResult(1, "[]", "Error: No such container");
        }
        if (argv.equals(CONTAINERS)) {
            return new CommandResult(0, container.isEmpty() ? "" : "1 orders\n", "");
        }
        return new CommandResult(0, argv.contains("inspect") ? container : "{}", "");
    }

    @Override
    public RunningCommand start(Command command) {
        throw new HostException("Nothing can be started here.");
    }

    @Override
    public HttpAnswer call(HttpCall call) throws IOException {
        throw new IOException("Nobody answers here.");
    }

    @Override
    public void connect(String address, int port, Duration limit) throws IOException {
        throw new IOException("Nobody answers here.");
    }
}
