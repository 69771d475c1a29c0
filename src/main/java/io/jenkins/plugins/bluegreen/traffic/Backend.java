package io.jenkins.plugins.bluegreen.traffic;

/**
 * A container as a proxy sees it.
 *
 * @param host a name that means this container and no other, for as long as it lives: its colour
 * @param address its address on the app's network
 * @param port the port it listens on
 */
public record Backend(String host, String address, int port) {
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
