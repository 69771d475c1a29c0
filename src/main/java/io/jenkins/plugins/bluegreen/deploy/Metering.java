package io.jenkins.plugins.bluegreen.deploy;

import java.net.URI;

/**
 * What the downtime meter calls during a deployment.
 *
 * @param url an address of the app as its users reach it
 * @param perSecond requests a second
 * @param versionHeader the answer's header that says which version answered
 */
public record Metering(URI url, double perSecond, String versionHeader) {}
