package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.Host;
import io.jenkins.plugins.bluegreen.host.HostException;
import io.jenkins.plugins.bluegreen.host.HttpAnswer;
import io.jenkins.plugins.bluegreen.host.HttpCall;
import io.jenkins.plugins.bluegreen.host.RunningCommand;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A host whose one container has no connections. */
final class FakeEngine implements Host {
    static final Container RUNNING = new Container(
            "4ad2",
            "orders-draining",
            "orders:v1",
            "sha256:1",
            Map.of(),
            "running",
            0,
            false,
            0,
            Optional.empty(),
            4711,
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty(),
            "no",
            0,
            Map.of(),
            false,
            List.of());

    @Override
    public CommandResult run(Command command) {
        boolean table = command.argv().get(0).equals("cat");
        return table
                ? new CommandResult(0, "11:memory:/docker/" + RUNNING.id() + "\n", "")
                : new CommandResult(0, "", "");
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
