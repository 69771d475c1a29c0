package io.jenkins.plugins.bluegreen.bench;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.Await;
import io.jenkins.plugins.bluegreen.fixture.Edge;
import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.HostException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A service of Docker's swarm mode, updated with {@code start-first}, found by its name in Docker's DNS by an nginx that
 * keeps the answer. Where the engine isn't in a swarm it is made one for as long as the stage stands; one that is in a swarm
 * already is used as it is.
 */
record Swarm() implements Method {
    private static final Duration CACHE = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "swarm";
    }

    @Override
    public String title() {
        return "Swarm start-first, DNS";
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
    public Stand open(Sandbox sandbox) throws IOException, InterruptedException, UnavailableException {
        boolean joined = join(sandbox.docker());
        SwarmStand stand = new SwarmStand(sandbox, sandbox.name("orders"), sandbox.name("overlay"), joined);
        boolean open = false;
        try {
            stand.start();
            open = true;
            return stand;
        } finally {
            if (!open) {
                stand.close();
            }
        }
    }

    /** True where the engine is in a swarm only since now. */
    private static boolean join(Docker docker) throws InterruptedException, UnavailableException {
        String state =
                docker.call("info", "--format", "{{.Swarm.LocalNodeState}}").strip();
        if (state.equals("active")) {
            return false;
        }
        tell(docker, "swarm", "init", "--advertise-addr", "127.0.0.1");
        return true;
    }

    /** Runs a command that may fail, or hang, where the kernel lacks what Swarm needs. */
    private static void tell(Docker docker, String... arguments) throws InterruptedException, UnavailableException {
        List<String> argv = new ArrayList<>(List.of("docker"));
        argv.addAll(List.of(arguments));
        String what = "'docker " + arguments[0] + " " + arguments[1] + "' ";
        try {
            CommandResult result = docker.host().run(Command.of(argv).within(LIMIT));
            if (!result.succeeded()) {
                throw new UnavailableException(what + "failed: " + result.err().strip());
            }
        } catch (HostException e) {
            throw new UnavailableException(what + "did not end within " + LIMIT.toSeconds() + " s");
        }
    }

    private static final class SwarmStand implements Stand {
        private final Sandbox sandbox;
        private final Docker docker;
        private final String service;
        private final String network;
        private final boolean leaves;
        private Edge edge;

        SwarmStand(Sandbox sandbox, String service, String network, boolean leaves) {
            this.sandbox = sandbox;
            this.docker = sandbox.docker();
            this.service = service;
            this.network = network;
            this.leaves = leaves;
        }

        /** The edge is on a network of the sandbox's own too, over which this machine reaches it. */
        void start() throws IOException, InterruptedException, UnavailableException {
            tell(docker, "network", "create", "--driver", "overlay", "--attachable", network);
            tell(
                    docker,
                    "service",
                    "create",
                    "--name=" + service,
                    "--network=" + network,
                    "--endpoint-mode=dnsrr",
                    "--no-resolve-image",
                    "--update-order=start-first",
                    "--update-failure-action=rollback",
                    "--stop-grace-period=30s",
                    "--health-cmd=wget -q -O /dev/null http://127.0.0.1:" + AppVersion.PORT + "/health",
                    "--health-interval=1s",
                    "--env=VERSION=" + OLD.version(),
                    "--env=START_DELAY_MS=" + OLD.settings().get("START_DELAY_MS"),
                    Images.ORDERS);
            edge = Edge.resolving(sandbox, service, AppVersion.PORT, CACHE);
            tell(docker, "network", "connect", network, edge.container());
            try {
                sandbox.awaitStatus(200, edge.uri("/"));
            } catch (AssertionError e) {
                throw new UnavailableException("the service can't be reached over its overlay network: "
                        + docker.logs(edge.container(), 3).strip());
            }
        }

        @Override
        public URI address() throws InterruptedException {
            return edge.uri("/");
        }

        @Override
        public Swap swap() throws InterruptedException, UnavailableException {
            List<String> old = tasks();
            Instant begin = Instant.now();
            tell(
                    docker,
                    "service",
                    "update",
                    "--detach",
                    "--no-resolve-image",
                    "--env-add=VERSION=" + NEW.version(),
                    service);
            Await.until(LIMIT, "the old task has stopped", () -> !running().contains(old.get(0)));
            Instant end = Instant.now();
            Instant listening = listening();
            Await.until(LIMIT, "the update is complete", () -> state().equals("completed"));
            long whole = Duration.between(begin, Instant.now()).toMillis();
            return new Swap(begin, listening, Optional.empty(), end, whole, List.of());
        }

        private Instant listening() throws InterruptedException {
            for (String task : tasks()) {
                Optional<Instant> since = Listening.find(docker, task, NEW);
                if (since.isPresent()) {
                    return since.get();
                }
            }
            throw new AssertionError("None of the service's tasks listens.");
        }

        private String state() throws InterruptedException {
            return docker.call("service", "inspect", "--format", "{{.UpdateStatus.State}}", service)
                    .strip();
        }

        private List<String> tasks() throws InterruptedException {
            return containers("ps", "--all", "--quiet");
        }

        private List<String> running() throws InterruptedException {
            return containers("ps", "--quiet");
        }

        private List<String> containers(String... listing) throws InterruptedException {
            List<String> arguments = new ArrayList<>(List.of(listing));
            arguments.addAll(List.of("--filter", "label=com.docker.swarm.service.name=" + service));
            return docker.call(arguments).lines().toList();
        }

        /** The swarm's own network goes with the swarm; the bridge that it made for its containers doesn't. */
        @Override
        public void close() throws InterruptedException {
            ignoringFailure("service", "rm", service);
            if (edge != null) {
                docker.remove(edge.container());
            }
            Await.until(LIMIT, "the tasks are gone", () -> tasks().isEmpty());
            ignoringFailure("network", "rm", network);
            if (leaves) {
                docker.call("swarm", "leave", "--force");
                Await.until(LIMIT, "its bridge is gone", () -> {
                    ignoringFailure("network", "rm", "docker_gwbridge");
                    return !docker.networkExists("docker_gwbridge");
                });
            }
        }

        private void ignoringFailure(String... arguments) throws InterruptedException {
            List<String> argv = new ArrayList<>(List.of("docker"));
            argv.addAll(List.of(arguments));
            docker.host().run(Command.of(argv));
        }
    }
}
