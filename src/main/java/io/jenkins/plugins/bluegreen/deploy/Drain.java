package io.jenkins.plugins.bluegreen.deploy;

import java.time.Duration;

/**
 * How the old version is let go.
 *
 * @param limit how long to wait at most for its connections to end
 * @param minimum how long to wait in any case; the router's own need counts where it is longer
 */
public record Drain(Duration limit, Duration minimum) {}
