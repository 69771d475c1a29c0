package io.jenkins.plugins.bluegreen.traffic;

import io.jenkins.plugins.bluegreen.docker.Docker;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A port of the Docker host, as {@code docker run -p} would publish it, for an app that speaks HTTP. A container can't hand
 * a published port over to another one, so a small HAProxy in a container of its own, {@code <app>-front}, owns the port
 * from the first deploy on and outlives every version. The app sees its clients' addresses in {@code X-Forwarded-For}.
 *
 * @param port the port on the host
 * @param image an image with {@code haproxy}, {@code sh} and {@code grep} on its path, and one of {@code nc},
 *     {@code socat} and {@code bash}, pulled where it isn't there; empty means {@code haproxy:lts-alpine}, which is never pulled unasked
 * @param acceptGap whether the first move may cost one gap: where a container of the app itself publishes the port, it
 *     has to be stopped before the front can start
 */
public record PublishedPort(int port, Optional<String> image, boolean acceptGap) implements Routing {
    /** The label of a front's container; its value is the app. */
    public static final String FRONT_LABEL = "bluegreen.front";

    static final String DEFAULT_IMAGE = "haproxy:lts-alpine";

    public PublishedPort {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("Port " + port + " can't be published; give one from 1 to 65535.");
        }
        if (image.isPresent() && !image.get().matches("[a-zA-Z0-9][\\w./:@-]*")) {
            throw new IllegalArgumentException(
                    "'" + image.get() + "' can't be an image's name; give one such as " + DEFAULT_IMAGE + ".");
        }
    }

    @Override
    public Router open(Docker docker, String app) {
        return new HaproxyRouter(docker, app, this);
    }

    /** Whatever the port: an app has one front, which says itself what to do where another port is asked of it. */
    @Override
    public String door() {
        return "port";
    }

    @Override
    public OptionalInt hostPort() {
        return OptionalInt.of(port);
    }
}
