package io.jenkins.plugins.bluegreen.traffic;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.FakeProxyManager;
import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.ProxyManagerNginx;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.host.Secret;
import io.jenkins.plugins.bluegreen.meter.Lane;
import io.jenkins.plugins.bluegreen.meter.Meter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A network with two versions of an app, an nginx as NGINX Proxy Manager runs it, and the fake of its interface. */
final class ProxyManagerStage {
    static final String DOMAIN = "orders.example.com";

    private final Sandbox sandbox;
    private final ProxyManagerNginx nginx;
    private final FakeProxyManager fake;
    private final long host;
    private final Backend blue;
    private final Backend green;

    ProxyManagerStage(Sandbox sandbox, Path directory) throws IOException, InterruptedException {
        this.sandbox = sandbox;
        blue = backend("blue");
        green = backend("green");
        nginx = ProxyManagerNginx.start(
                sandbox.docker(), Images.NGINX, sandbox.name("proxy"), sandbox.network(), directory);
        fake = FakeProxyManager.start(sandbox.docker(), nginx.container(), nginx.hosts());
        host = fake.addHost(List.of(DOMAIN, nginx.address()), blue.host(), AppVersion.PORT);
    }

    Docker docker() {
        return sandbox.docker();
    }

    String network() {
        return sandbox.network();
    }

    String container() {
        return nginx.container();
    }

    FakeProxyManager fake() {
        return fake;
    }

    long host() {
        return host;
    }

    Backend blue() {
        return blue;
    }

    Backend green() {
        return green;
    }

    /** The router of the app's proxy host, which knows the proxy's container or doesn't. */
    Router router(boolean knowsContainer) {
        return routing(FakeProxyManager.SECRET, DOMAIN, knowsContainer ? Optional.of(container()) : Optional.empty())
                .open(docker(), "orders");
    }

    ProxyManager routing(String secret, String domain, Optional<String> container) {
        return new ProxyManager(fake.api(), FakeProxyManager.IDENTITY, Secret.of(secret), domain, container);
    }

    /** The public address of the app. */
    URI url(String path) throws InterruptedException {
        return URI.create("http://" + nginx.address() + path);
    }

    /** 100 requests a second on kept connections, 100 on new ones, and 5 that take 2 s. */
    Meter load() throws InterruptedException {
        Duration limit = Duration.ofSeconds(10);
        return Meter.start(
                List.of(
                        new Lane("kept", url("/"), 100, true, limit),
                        new Lane("new", url("/"), 100, false, limit),
                        new Lane("slow", url("/slow"), 5, false, limit)),
                "X-Version");
    }

    /** Starts a version of the app; it is called what its colour is called. */
    private Backend backend(String version) throws InterruptedException {
        String name = sandbox.name(version);
        String alias = "orders-" + version;
        AppVersion.of(version).start(sandbox, name, "--network-alias", alias);
        String address = sandbox.container(name).networks().get(network()).address();
        return new Backend(alias, address, AppVersion.PORT);
    }

    /** Stops what is no container. */
    void close() {
        fake.close();
    }
}
