package io.jenkins.plugins.bluegreen.docker;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container as {@code docker inspect} shows it.
 *
 * @param id its full id
 * @param name its name, without the leading slash
 * @param image the image's name as it was given at creation
 * @param imageId the image's id
 * @param labels its labels
 * @param status {@code created}, {@code running}, {@code restarting}, {@code paused}, {@code exited}, {@code dead}, {@code removing}
 * @param exitCode of its last end
 * @param outOfMemory whether the kernel ended it for want of memory
 * @param restartCount how often Docker has restarted it
 * @param health what its health check says: starting, healthy, unhealthy; empty where its image has none
 * @param pid the process's number on the Docker host; 0 where it doesn't run
 * @param createdAt when it was created
 * @param startedAt when it was last started
 * @param finishedAt when it last ended; empty while it hasn't yet, but that of the time before where it runs again
 * @param restartPolicy {@code no}, {@code always}, {@code unless-stopped}, {@code on-failure}
 * @param restartLimit the number behind {@code on-failure:}
 * @param networks its address and aliases by network name
 * @param autoRemove whether Docker removes it as soon as it ends ({@code --rm})
 * @param publishedPorts host ports that it publishes, running or not
 */
public record Container(
        String id,
        String name,
        String image,
        String imageId,
        Map<String, String> labels,
        String status,
        int exitCode,
        boolean outOfMemory,
        int restartCount,
        Optional<String> health,
        long pid,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        String restartPolicy,
        int restartLimit,
        Map<String, Endpoint> networks,
        boolean autoRemove,
        List<Integer> publishedPorts) {

    /**
     * Its place on one network.
     *
     * @param address its IPv4 address; empty where it doesn't run
     * @param aliases the names it answers to there besides its own
     */
    public record Endpoint(String address, List<String> aliases) {
        public Endpoint {
            aliases = List.copyOf(aliases);
        }
    }

    public Container {
        labels = Map.copyOf(labels);
        networks = Map.copyOf(networks);
        publishedPorts = List.copyOf(publishedPorts);
    }

    /** True while its process runs. */
    public boolean running() {
        return status.equals("running");
    }

    /** A label's value. */
    public Optional<String> label(String key) {
        return Optional.ofNullable(labels.get(key));
    }
}
