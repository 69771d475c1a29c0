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
 * @param limit how long one request may take before it counts as lost
 */
public record Lane(String name, URI url, double perSecond, boolean keepsConnections, Duration limit) {}
