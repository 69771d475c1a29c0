package io.jenkins.plugins.bluegreen.jenkins.fields;

/**
 * How NGINX Proxy Manager is reached where a job doesn't say.
 *
 * @param url where its API answers, or {@code null}
 * @param credentials the id of the credentials to log in with, or {@code null}
 */
public record ProxyManagerAccess(String url, String credentials) {}
