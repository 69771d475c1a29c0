package io.jenkins.plugins.bluegreen.bench;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When an app began to listen: it logs that, and Docker notes when it did. The same for every method, and costs no probe. */
final class Listening {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Listening() {}

    /** Waits for it, where it hasn't happened yet. */
    static Instant since(Docker docker, String container, AppVersion version) throws InterruptedException {
        Await.until(LIMIT, container + " listens", () -> find(docker, container, version)
                .isPresent());
        return find(docker, container, version).orElseThrow();
    }

    /** Empty where it hasn't happened, or where the container is another version's. */
    static Optional<Instant> find(Docker docker, String container, AppVersion version) throws InterruptedException {
        return docker.call(List.of("logs", "--timestamps", container))
                .lines()
                .filter(line -> line.contains(" orders " + version.version() + " listens"))
                .map(line -> Instant.parse(line.substring(0, line.indexOf(' '))))
                .findFirst();
    }
}
