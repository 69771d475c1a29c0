package io.jenkins.plugins.bluegreen.bench;

import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.DeployStage;
import io.jenkins.plugins.bluegreen.fixture.Edge;
import io.jenkins.plugins.bluegreen.fixture.Load;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.meter.Reading;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Many apps behind one nginx, each on a port of it. */
final class Crowd {
    private static final int FIRST_PORT = 8000;
    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final double PER_SECOND = 5;
    private static final double SLOW_PER_SECOND = 0.5;

    private final Sandbox sandbox;
    private final Edge edge;
    private final List<DeployStage> stages = new ArrayList<>();

    private Crowd(Sandbox sandbox, Edge edge) {
        this.sandbox = sandbox;
        this.edge = edge;
    }

    /** So many, each with a first version live. */
    static Crowd live(Sandbox sandbox, int apps) throws IOException, InterruptedException {
        StringBuilder servers = new StringBuilder("server { listen 80; return 503; }\n");
        Crowd crowd = new Crowd(sandbox, Edge.start(sandbox, servers.toString()));
        for (int app = 0; app < apps; app++) {
            String name = sandbox.name("app" + app);
            servers.append(server(name, FIRST_PORT + app));
            crowd.edge.write(servers.toString());
            crowd.stages.add(DeployStage.behindNginx(sandbox, crowd.edge, name).within(DEADLINE));
            Report report = crowd.deploy(app, "first");
            if (!report.succeeded()) {
                throw new AssertionError(name + " was not deployed: " + report.failure());
            }
        }
        return crowd;
    }

    private static String server(String app, int port) {
        return """
        server {
            listen %d;
            location / {
                proxy_pass http://%s;
                proxy_http_version 1.1;
                proxy_set_header Connection "";
            }
        }
        """.formatted(port, app);
    }

    Report deploy(int app, String version) {
        return stages.get(app).deploy(AppVersion.of(version).startingAfter(Duration.ofMillis(1200)));
    }

    /** Begins to send a few requests a second to each of them. */
    Users users() throws InterruptedException {
        List<Load> loads = new ArrayList<>();
        for (int app = 0; app < stages.size(); app++) {
            loads.add(Load.on(
                    sandbox.uri(edge.container(), FIRST_PORT + app, "/"), PER_SECOND, SLOW_PER_SECOND, Trial.SLOW));
        }
        return new Users(loads);
    }

    /** The loads on all of them. */
    record Users(List<Load> loads) implements AutoCloseable {
        /** Ends them, and says what became of each. */
        List<Reading> end() {
            return loads.stream().map(Load::end).toList();
        }

        /** The longest time in which one of the apps gave no good answer to a quick request. */
        double gapSeconds() {
            return loads.stream()
                            .map(load -> Reading.of(load.quick(), Long.MAX_VALUE, Long.MAX_VALUE))
                            .mapToLong(Reading::longestGapMillis)
                            .max()
                            .orElse(0)
                    / 1000.0;
        }

        @Override
        public void close() {
            loads.forEach(Load::close);
        }
    }
}
