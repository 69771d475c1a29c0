package io.jenkins.plugins.bluegreen.deploy;

import java.util.Optional;

/**
 * A way back to a kept version, described: it is started again as it was, probed, and switched to like a new one.
 *
 * @param terms the app, and how its traffic is moved
 * @param version the kept version; empty means the one before the live one
 */
public record Rollback(Terms terms, Optional<String> version) {}
