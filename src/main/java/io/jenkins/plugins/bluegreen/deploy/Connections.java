package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.HostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** How many connections a container's port has, from the kernel's own table (proc(5), {@code /proc/net/tcp}). */
final class Connections {
    private static final String ESTABLISHED = "01";
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Docker docker;

    Connections(Docker docker) {
        this.docker = docker;
    }

    /** The established ones; empty where the table can be read neither from the host nor inside the container. */
    OptionalInt established(Container container, int port) throws InterruptedException {
        String fromHost = onHost(container);
        if (!fromHost.isEmpty()) {
            return OptionalInt.of(count(fromHost, port));
        }
        String fromInside = inside(container);
        return fromInside.isEmpty() ? OptionalInt.empty() : OptionalInt.of(count(fromInside, port));
    }

    /** A deployer in a container of its own sees other processes under these numbers, so the cgroup has to agree. */
    private String onHost(Container container) throws InterruptedException {
        String process = "/proc/" + container.pid();
        Command cat = Command.of("cat", process + "/cgroup", process + "/net/tcp", process + "/net/tcp6")
                .within(LIMIT);
        try {
            CommandResult result = docker.host().run(cat);
            return result.out().contains(container.id()) ? result.out() : "";
        } catch (HostException e) {
            return "";
        }
    }

    private String inside(Container container) throws InterruptedException {
        try {
            return docker.exec(container.id(), List.of("cat", "/proc/net/tcp", "/proc/net/tcp6"), "", LIMIT)
                    .out();
        } catch (HostException e) {
            return "";
        }
    }

    /** Rows look like {@code 0: 0100007F:0BB8 0100007F:D2A4 01 …}: local address, remote address, state. */
    static int count(String table, int port) {
        String suffix = ":" + String.format(Locale.ROOT, "%04X", port);
        return (int) table.lines()
                .map(row -> row.strip().split("\\s+"))
                .filter(cells -> cells.length > 3 && cells[1].endsWith(suffix) && cells[3].equals(ESTABLISHED))
                .count();
    }
}
