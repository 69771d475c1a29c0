package io.jenkins.plugins.bluegreen.bench;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.Edge;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stop the old one, remove it, run the new one under its name, behind an nginx that looks that name up. */
record Naive() implements Method {
    private static final Duration CACHE = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "naive";
    }

    @Override
    public String title() {
        return "stop, then run";
    }

    @Override
    public boolean cachesNames() {
        return true;
    }

    @Override
    public Targets targets() {
        return Targets.NONE;
    }

    @Override
    public Stand open(Sandbox sandbox) throws IOException, InterruptedException {
        String app = sandbox.name("orders");
        OLD.start(sandbox, app);
        Edge edge = Edge.resolving(sandbox, app, AppVersion.PORT, CACHE);
        sandbox.awaitStatus(200, edge.uri("/"));
        return new NaiveStand(sandbox, app, edge);
    }

    private record NaiveStand(Sandbox sandbox, String app, Edge edge) implements Stand {
        @Override
        public URI address() throws InterruptedException {
            return edge.uri("/");
        }

        @Override
        public Swap swap() throws InterruptedException {
            Docker docker = sandbox.docker();
            Instant begin = Instant.now();
            docker.stop(app, GRACE);
            docker.remove(app);
            NEW.start(sandbox, app);
            Instant listening = Listening.since(docker, app, NEW);
            long whole = Duration.between(begin, listening).toMillis();
            return new Swap(begin, listening, Optional.empty(), listening, whole, List.of());
        }
    }
}
