package io.jenkins.plugins.bluegreen.meter;

import java.net.URI;
import java.time.Duration;

/**
 * One steady stream of GET requests, started at fixed moments whether or not earlier ones have been answered.
 *
 * @param name what it is called in reports: {@code new}, {@code kept}, {@code slow}
 * @param url what it calls; http or https
 * @param perSecond requests a second
 * @param keepsConnections whether it reuses connections, as a browser does, or opens one for each request
 * @param limit how long one request may take, from when it was due, before it counts as lost
 */
public record Lane(String name, URI url, double perSecond, boolean keepsConnections, Duration limit) {
    /** Refuses, with an {@link IllegalArgumentException} that says why, what the meter couldn't call. */
    public Lane {
        if (!"http".equalsIgnoreCase(url.getScheme()) && !"https".equalsIgnoreCase(url.getScheme())) {
            throw new IllegalArgumentException("The meter calls http and https addresses, not '" + url + "'.");
        }
        if (url.getHost() == null) {
            throw new IllegalArgumentException("The metered address '" + url + "' names no valid host.");
        }
        if (!(perSecond > 0 && perSecond <= 10_000)) {
            throw new IllegalArgumentException(
                    "The meter's rate must be above 0 and at most 10,000 requests a second, not " + perSecond + ".");
        }
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("A metered request needs a time limit above zero.");
        }
    }
}
