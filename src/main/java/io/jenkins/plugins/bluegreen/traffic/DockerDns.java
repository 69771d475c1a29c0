package io.jenkins.plugins.bluegreen.traffic;

import io.jenkins.plugins.bluegreen.docker.Docker;
import java.time.Duration;

/**
 * The app is found by its plain name on the Docker network; whoever resolves that name is the router. The engine switches
 * by giving the name to another container.
 *
 * @param cache how long those who resolve the name may go on using an answer
 */
public record DockerDns(Duration cache) implements Routing {
    /** nginx keeps an answer of Docker's DNS for 10 to 11 s in each worker; measured with 1.22. */
    public static final DockerDns DEFAULT = new DockerDns(Duration.ofSeconds(12));

    public DockerDns {
        if (cache.isNegative()) {
            throw new IllegalArgumentException("A DNS cache can't hold for " + cache + "; give 0 s or more.");
        }
    }

    @Override
    public Router open(Docker docker, String app) {
        return new DockerDnsRouter(docker, app, cache);
    }

    @Override
    public String door() {
        return "dns";
    }

    @Override
    public boolean leavesPortToUsers() {
        return true;
    }
}
