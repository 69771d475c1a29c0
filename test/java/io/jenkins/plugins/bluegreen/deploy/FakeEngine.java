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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A host with a running container without connections, and with the lock of app {@code orders}, while that is held. */
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

    final List<String> volumes = new ArrayList<>();
    private String holder = "";
    private String process = "";
    private boolean heartBeats;
    private int beats;
    private int looksLeft = Integer.MAX_VALUE;
    private boolean losesTheLockAtTheTemporaryImage;

    /** The lock is held; the process is as in its label, and the heart beats at each look or never. */
    FakeEngine heldBy(String who, String of, boolean beating) {
        holder = who;
        process = of;
        heartBeats = beating;
        return this;
    }

    /** The holder gives its lock back after so many looks at it. */
    FakeEngine givenBackAfter(int looks) {
        looksLeft = looks;
        return this;
    }

    /** Somebody takes the lock away at the moment at which the temporary image is looked for, which then fails. */
    FakeEngine losingTheLock() {
        losesTheLockAtTheTemporaryImage = true;
        return this;
    }

    @Override
    public synchronized CommandResult run(Command command) {
        List<String> argv = command.argv();
        if (argv.get(0).equals("cat")) {
            return good("11:memory:/docker/" + RUNNING.id() + "\n");
        }
        return switch (argv.get(1)) {
            case "container" -> container(argv.get(argv.size() - 1));
            case "image" -> image(argv.get(argv.size() - 1));
            case "create" -> create();
            case "update" -> holder.isEmpty() ? none() : good("");
            case "rm" -> remove();
            case "volume" -> volume(argv);
            case "network" -> none();
            default -> good("");
        };
    }

    private CommandResult container(String name) {
        if (!name.equals("orders-lock") || holder.isEmpty() || --looksLeft < 0) {
            holder = name.equals("orders-lock") ? "" : holder;
            return none();
        }
        beats += heartBeats ? 1 : 0;
        return good("""
                [{"Id":"10c4","Name":"/orders-lock","Created":"2026-01-01T00:00:00Z",
                "Config":{"Labels":{"bluegreen.lock":"orders","bluegreen.holder":"%s","bluegreen.process":"%s"}},
                "HostConfig":{"RestartPolicy":{"Name":"on-failure","MaximumRetryCount":%d}}}]
                """.formatted(holder, process, beats));
    }

    private CommandResult image(String name) {
        if (name.equals("orders:temp") && losesTheLockAtTheTemporaryImage) {
            holder = "";
            return new CommandResult(1, "", "layer does not exist");
        }
        return name.startsWith("bluegreen/") ? good("[{\"Id\":\"sha256:2\"}]") : none();
    }

    private CommandResult create() {
        if (!holder.isEmpty()) {
            return new CommandResult(1, "", "Conflict. The container name \"/orders-lock\" is already in use");
        }
        holder = "this test";
        return good("10c4\n");
    }

    private CommandResult remove() {
        holder = "";
        return good("");
    }

    private CommandResult volume(List<String> argv) {
        if (argv.get(2).equals("create")) {
            volumes.add(argv.get(argv.size() - 1));
        }
        return good("");
    }

    private static CommandResult good(String out) {
        return new CommandResult(0, out, "");
    }

    private static CommandResult none() {
        return new CommandResult(1, "[]", "Error: No such container");
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
