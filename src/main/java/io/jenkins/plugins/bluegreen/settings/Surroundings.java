package io.jenkins.plugins.bluegreen.settings;

import io.jenkins.plugins.bluegreen.host.Host;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What a command finds around it.
 *
 * @param folder the current folder
 * @param environment the process's environment
 * @param host the machine that runs {@code docker} and {@code git}
 * @param clock tells the time
 */
public record Surroundings(Path folder, Map<String, String> environment, Host host, Clock clock) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Who is at work here, for the history: {@code user@host}. */
    public String who() {
        String user = environment.getOrDefault("SUDO_USER", System.getProperty("user.name", "unknown"));
        return user + "@" + hostName();
    }

    /** The commit that is checked out in a folder of the host; empty where that can't be told. Asks git, so it blocks. */
    public Optional<String> commit(String folderOfHost) throws InterruptedException {
        return new Git(host, folderOfHost).commit();
    }

    private String hostName() {
        try {
            return java.net.InetAddress.getLocalHost().getHostName();
        } catch (java.net.UnknownHostException e) {
            return environment.getOrDefault("HOSTNAME", "localhost");
        }
    }
}
