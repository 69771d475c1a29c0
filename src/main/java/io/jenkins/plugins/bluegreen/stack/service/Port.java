package io.jenkins.plugins.bluegreen.stack.service;

/**
 * A port of the host that leads to one of the container.
 *
 * @param address the host's address; empty means all of them
 * @param published the host's port
 * @param target the container's port
 */
public record Port(String address, int published, int target) {
    /** As Compose writes it. */
    public String text() {
        return (address.isEmpty() ? "" : address + ":") + published + ":" + target;
    }

    /** True where both can't be had at once. */
    public boolean collidesWith(String otherAddress, int otherPublished) {
        return published == otherPublished
                && (everywhere(address) || everywhere(otherAddress) || address.equals(otherAddress));
    }

    private static boolean everywhere(String address) {
        return address.isEmpty() || address.equals("0.0.0.0") || address.equals("::");
    }
}
