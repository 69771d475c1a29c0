package io.jenkins.plugins.bluegreen.cli;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether the addresses of containers can be reached from here, as probes need it. They can't where the engine runs in a
 * virtual machine or elsewhere.
 */
record Reach(Docker docker, String network) {
    private static final String WHAT = "container addresses";
    private static final Duration LIMIT = Duration.ofSeconds(2);
    /** Any port does: to be refused, one must have been reached. */
    private static final int DISCARD = 9;

    Finding examine() throws InterruptedException {
        Optional<String> address = address();
        if (address.isEmpty()) {
            return Finding.note(WHAT, "the network has none yet, so it can't be told", "");
        }
        try {
            docker.host().connect(address.get(), DISCARD, LIMIT);
            return reached(address.get());
        } catch (ConnectException e) {
            return String.valueOf(e.getMessage()).contains("refused")
                    ? reached(address.get())
                    : unreachable(address.get(), e);
        } catch (IOException e) {
            return unreachable(address.get(), e);
        }
    }

    private static Finding reached(String address) {
        return Finding.good(WHAT, address + " can be reached from here");
    }

    private static Finding unreachable(String address, IOException e) {
        return Finding.bad(
                WHAT,
                address + " can't be reached from here: " + e.getMessage(),
                "Run bluegreen on the machine on which the Docker engine runs, or check its firewall.");
    }

    /** A running container's, else the network's own gateway, which is the engine's machine. */
    private Optional<String> address() throws InterruptedException {
        for (Container container : docker.containersNamed(name -> true)) {
            Container.Endpoint endpoint = container.networks().get(network);
            if (container.running() && endpoint != null && !endpoint.address().isEmpty()) {
                return Optional.of(endpoint.address());
            }
        }
        String gateway = docker.call(
                        "network", "inspect", "--format", "{{range .IPAM.Config}}{{.Gateway}} {{end}}", "--", network)
                .strip()
                .split(" ")[0];
        return Optional.of(gateway).filter(text -> text.matches("[0-9.]+"));
    }
}
