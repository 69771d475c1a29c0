package io.jenkins.plugins.bluegreen.traffic;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.host.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * An app behind NGINX Proxy Manager, switched over its REST interface by a user's identity and secret.
 *
 * @param api the address of its interface as seen from the Docker host: {@code http://127.0.0.1:81/api}
 * @param identity the e-mail address of a user who may manage proxy hosts, without a second factor
 * @param secret that user's password
 * @param domain one of the domain names of the app's proxy host
 * @param container the name of the container in which NGINX Proxy Manager runs. Where it is known, it is checked that it
 *     shares the app's network, and the old version is kept until nginx's old workers have ended; where not, for a second
 */
public record ProxyManager(URI api, String identity, Secret secret, String domain, Optional<String> container)
        implements Routing {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration SETTLING = Duration.ofSeconds(10);

    /** Refuses, with an {@link IllegalArgumentException} that says why, what can't be an NGINX Proxy Manager. */
    public ProxyManager {
        boolean web = "http".equalsIgnoreCase(api.getScheme()) || "https".equalsIgnoreCase(api.getScheme());
        if (!web || api.getHost() == null || api.getRawQuery() != null || api.getRawFragment() != null) {
            throw new IllegalArgumentException("The address of NGINX Proxy Manager's interface must look like"
                    + " http://127.0.0.1:81/api, which this one does not.");
        }
        if (api.getRawUserInfo() != null) {
            throw new IllegalArgumentException("The address of NGINX Proxy Manager's interface must not hold a user or"
                    + " a password, since it is shown in messages. Give them as identity and secret.");
        }
        if (identity.isBlank() || secret.reveal().isEmpty() || domain.isBlank()) {
            throw new IllegalArgumentException(
                    "NGINX Proxy Manager needs an identity, a secret and the domain name of the app's proxy host.");
        }
    }

    @Override
    public Router open(Docker docker, String app) {
        ProxyManagerApi client = new ProxyManagerApi(docker.host(), api, identity, secret, FIRST_PAUSE);
        return new ProxyManagerRouter(this, docker, app, client, SETTLING);
    }

    /** The domain alone: the interface may have several addresses. */
    @Override
    public String door() {
        return "npm " + domain;
    }
}
