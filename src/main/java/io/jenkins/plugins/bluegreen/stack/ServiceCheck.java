package io.jenkins.plugins.bluegreen.stack;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.docker.DockerException;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.HostException;
import io.jenkins.plugins.bluegreen.host.HttpAnswer;
import io.jenkins.plugins.bluegreen.host.HttpCall;
import io.jenkins.plugins.bluegreen.stack.service.Health;
import io.jenkins.plugins.bluegreen.text.Quoted;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks whether a service serves: Docker where it knows, else by the service's own check, since Docker asks seldom. A check
 * that costs something can't be run every second for good.
 */
record ServiceCheck(Docker docker, String network) {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** What was seen, and whether that is well. */
    record Seen(boolean serves, String what) {}

    Seen ask(Health health, Container container) throws InterruptedException {
        if (!container.running()) {
            return new Seen(false, "its container is " + container.status());
        }
        if (container.health().filter("healthy"::equals).isPresent()) {
            return new Seen(true, "healthy");
        }
        return health instanceof Health.Program program
                ? run(program, container)
                : call((Health.Answer) health, container);
    }

    private Seen run(Health.Program program, Container container) throws InterruptedException {
        try {
            CommandResult result = docker.exec(container.id(), program.argv(), "", LIMIT);
            String said = (result.err() + result.out()).strip();
            return new Seen(
                    result.succeeded(),
                    "its check ended with exit code " + result.exitCode()
                            + (said.isEmpty() ? "" : ", saying " + Quoted.plain(said, 300)));
        } catch (HostException | DockerException e) {
            return new Seen(false, "its check can't be run: " + e.getMessage());
        }
    }

    private Seen call(Health.Answer wanted, Container container) throws InterruptedException {
        String address = Optional.ofNullable(container.networks().get(network))
                .map(Container.Endpoint::address)
                .orElse("");
        if (address.isEmpty()) {
            return new Seen(false, "it has no address on the network " + network);
        }
        URI uri = URI.create("http://" + address + ":" + wanted.port() + wanted.path());
        try {
            HttpAnswer answer = docker.host().call(HttpCall.get(uri, LIMIT));
            return new Seen(answer.status() == 200, uri + " answered " + answer.status());
        } catch (IOException e) {
            return new Seen(false, uri + " didn't answer: " + e.getMessage());
        }
    }
}
