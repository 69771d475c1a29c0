package io.jenkins.plugins.bluegreen.jenkins;

import io.jenkins.plugins.bluegreen.jenkins.fields.ProxyManagerAccess;
import io.jenkins.plugins.bluegreen.jenkins.fields.Router;
import io.jenkins.plugins.bluegreen.settings.Key;
import io.jenkins.plugins.bluegreen.settings.OptionLayer;
import io.jenkins.plugins.bluegreen.settings.Settings;
import java.nio.file.Path;
import java.util.List;

/**
 * What counts where a job says nothing.
 *
 * @param network the app's network
 * @param keep how many earlier versions are kept
 * @param router the router, or {@code null} for Docker's DNS
 * @param proxyManager how NGINX Proxy Manager is reached
 */
record DefaultValues(String network, int keep, Router router, ProxyManagerAccess proxyManager) {
    /** As settings. The router isn't among them: it may need log-in and address. */
    Settings settings() {
        return new OptionLayer(Path.of("/"))
                .with(Key.NETWORK, "The network set for this Jenkins", List.of(network))
                .with(Key.KEEP, "The number of versions kept set for this Jenkins", List.of(String.valueOf(keep)))
                .settings();
    }
}
