package io.jenkins.plugins.bluegreen.settings;

import io.jenkins.plugins.bluegreen.host.Secret;
import io.jenkins.plugins.bluegreen.settings.Alternative.Choice;
import io.jenkins.plugins.bluegreen.text.Quoted;
import io.jenkins.plugins.bluegreen.traffic.DockerDns;
import io.jenkins.plugins.bluegreen.traffic.Nginx;
import io.jenkins.plugins.bluegreen.traffic.ProxyManager;
import io.jenkins.plugins.bluegreen.traffic.PublishedPort;
import io.jenkins.plugins.bluegreen.traffic.Routing;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads which router the app is behind. */
record RoutingReader(Settings settings, Map<String, String> environment) {
    static final String SECRET_VARIABLE = "BLUEGREEN_NPM_SECRET";
    private static final long LONGEST_SECRET = 4096;

    Routing read() {
        Alternative router = settings.chosen(Choice.ROUTER).orElse(Alternative.DNS);
        return Refused.by(settings.origin(Key.ROUTER).orElse(router.title()), () -> switch (router) {
            case NGINX -> nginx();
            case NPM -> proxyManager();
            case PUBLISHED -> published();
            default -> new DockerDns(settings.duration(Key.DNS_CACHE, true));
        });
    }

    private Routing nginx() {
        return new Nginx(
                settings.required(Key.NGINX_CONTAINER, "Router 'nginx' needs to know nginx's container"),
                settings.text(Key.NGINX_FILE));
    }

    private Routing proxyManager() {
        String why = "Router 'npm' needs the address of NGINX Proxy Manager's interface";
        return new ProxyManager(
                uri(Key.NPM_URL, settings.required(Key.NPM_URL, why)),
                settings.required(Key.NPM_IDENTITY, "Router 'npm' needs to know whom to log in as"),
                secret(),
                settings.required(Key.NPM_DOMAIN, "Router 'npm' needs a domain of the app's proxy host"),
                settings.text(Key.NPM_CONTAINER));
    }

    private Routing published() {
        settings.required(Key.PUBLISH, "Router 'port' needs to know which port of the host");
        return new PublishedPort(
                settings.number(Key.PUBLISH, 1, 65535), settings.text(Key.FRONT_IMAGE), settings.flag(Key.ACCEPT_GAP));
    }

    private Secret secret() {
        Optional<String> file = settings.text(Key.NPM_SECRET_FILE);
        if (file.isPresent()) {
            return Secret.of(content(Path.of(file.get())));
        }
        String value = environment.getOrDefault(SECRET_VARIABLE, "");
        if (value.isEmpty()) {
            throw new SettingsException("Router 'npm' needs a password: set the variable " + SECRET_VARIABLE
                    + ", or name a file that holds it with " + Key.NPM_SECRET_FILE.option() + ".");
        }
        return Secret.of(value);
    }

    private String content(Path file) {
        String where = settings.where(Key.NPM_SECRET_FILE);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_SECRET) {
                throw new SettingsException(where + ": " + Quoted.of(file.toString())
                        + " isn't there, or isn't a file that holds a password and nothing else.");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new SettingsException(where + ": " + Quoted.of(file.toString()) + " can't be read: "
                    + Quoted.plain(String.valueOf(e.getMessage()), 200));
        }
    }

    /** A URL in a message may hold a password, so it isn't shown. */
    private URI uri(Key key, String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new SettingsException(settings.where(key) + " is no URL (" + e.getReason() + ").");
        }
    }
}
