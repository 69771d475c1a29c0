package io.jenkins.plugins.bluegreen.bench;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What there is of an app, and of its deployer.
 *
 * @param containers the sandbox's
 * @param images that bear the app's label, with and without a tag
 * @param tags of those
 * @param networks the sandbox's
 * @param volumes those that the app's containers were given
 * @param threads of this process, which deploys
 * @param descriptors the files and sockets that it has open
 * @param onHost containers, images, networks and volumes of the whole machine, whosoever they are
 */
public record Leftovers(
        long containers,
        long images,
        long tags,
        long networks,
        long volumes,
        long threads,
        long descriptors,
        Map<String, Long> onHost) {
    /** Threads wait a minute for more work before they end, and how many worked at once is chance. */
    private static final long SLACK = 12;

    /** @param volumes the names of all volumes that the app's containers ever had */
    static Leftovers of(Sandbox sandbox, String app, Set<String> volumes) throws IOException, InterruptedException {
        Docker docker = sandbox.docker();
        return new Leftovers(
                sandbox.containers().size(),
                count(docker, "image", "ls", "--all", "--quiet", "--filter", "label=bluegreen.app=" + app),
                count(docker, "image", "ls", "--format", "{{.Repository}}:{{.Tag}}", app),
                count(docker, "network", "ls", "--quiet", "--filter", "name=" + sandbox.network()),
                docker.call("volume", "ls", "--quiet")
                        .lines()
                        .filter(volumes::contains)
                        .count(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                descriptorsOpen(),
                onHost(docker));
    }

    private static Map<String, Long> onHost(Docker docker) throws InterruptedException {
        Map<String, Long> all = new LinkedHashMap<>();
        all.put("containers", count(docker, "ps", "--all", "--quiet"));
        all.put("images", count(docker, "image", "ls", "--all", "--quiet"));
        all.put("networks", count(docker, "network", "ls", "--quiet"));
        all.put("volumes", count(docker, "volume", "ls", "--quiet"));
        return all;
    }

    private static long count(Docker docker, String... listing) throws InterruptedException {
        return docker.call(listing).lines().distinct().count();
    }

    private static long descriptorsOpen() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    /** Whether there is no more than there was earlier. */
    public boolean noMoreThan(Leftovers earlier) {
        return containers <= earlier.containers
                && images <= earlier.images
                && tags <= earlier.tags
                && networks <= earlier.networks
                && volumes <= earlier.volumes
                && threads <= earlier.threads + SLACK
                && descriptors <= earlier.descriptors + SLACK;
    }
}
