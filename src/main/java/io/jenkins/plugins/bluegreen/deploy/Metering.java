package io.jenkins.plugins.bluegreen.deploy;

import java.net.URI;

/**
 * What the downtime meter calls during a deployment.
 *
 * @param url an address of the app as its users reach it
 * @param perSecond requests a second
 * @param versionHeader the answer's header that says which version answered
 */
public record Metering(URI url, double perSecond, String versionHeader) {
    /** The address without what could be secret in it: no user, no query. */
    String shown() {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return url.getScheme() + "://" + url.getHost() + port + (url.getRawPath() == null ? "" : url.getRawPath());
    }
}
