package io.jenkins.plugins.bluegreen.settings;

import io.jenkins.plugins.bluegreen.traffic.Routing;

/** What a router that has been read from settings comes to, as far as is known. */
public final class KnownRouter {
    private KnownRouter() {}

    /** The router itself, or the move to it. */
    public static Routing of(Routing read) {
        return ((RouterOfApp) read).known();
    }
}
