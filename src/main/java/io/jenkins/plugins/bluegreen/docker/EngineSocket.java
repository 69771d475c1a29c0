package io.jenkins.plugins.bluegreen.docker;

import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.Host;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The Unix socket of the engine that the {@code docker} client of a host speaks to, where it is one. Thread-safe. */
final class EngineSocket {
    private static final List<String> WHERE =
            List.of("docker", "context", "inspect", "--format", "{{.Endpoints.docker.Host}}");
    private static final String UNIX = "unix://";
    private static final int DONE = 204;
    private static final int DONE_ALREADY = 304;

    private final Host host;
    private volatile Optional<String> endpoint = Optional.empty();

    EngineSocket(Host host) {
        this.host = host;
    }

    /**
     * Asks for these changes, one right after the other, and stops after the first that isn't made. Says of each whether it
     * is known to have been made; one that isn't may have been made all the same.
     */
    List<Boolean> post(Duration limit, String... targets) throws InterruptedException {
        List<Integer> statuses = statuses(limit, Arrays.asList(targets));
        return IntStream.range(0, targets.length)
                .mapToObj(at -> at < statuses.size() && isDone(statuses.get(at)))
                .toList();
    }

    private static boolean isDone(int status) {
        return status == DONE || status == DONE_ALREADY;
    }

    private List<Integer> statuses(Duration limit, List<String> targets) throws InterruptedException {
        if (!endpoint().startsWith(UNIX)) {
            return List.of();
        }
        try {
            return host.post(endpoint().substring(UNIX.length()), targets, limit);
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Asked of the client once: it alone knows its contexts. */
    private String endpoint() throws InterruptedException {
        if (endpoint.isEmpty()) {
            CommandResult told = host.run(Command.of(WHERE));
            endpoint = Optional.of(told.succeeded() ? told.out().strip() : "");
        }
        return endpoint.get();
    }
}
