package io.jenkins.plugins.bluegreen.bench;

import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.DeployStage;
import io.jenkins.plugins.bluegreen.fixture.Edge;
import io.jenkins.plugins.bluegreen.fixture.FakeProxyManager;
import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.ProxyManagerNginx;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.host.Secret;
import io.jenkins.plugins.bluegreen.traffic.DockerDns;
import io.jenkins.plugins.bluegreen.traffic.Nginx;
import io.jenkins.plugins.bluegreen.traffic.ProxyManager;
import io.jenkins.plugins.bluegreen.traffic.PublishedPort;
import io.jenkins.plugins.bluegreen.traffic.Routing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What users come through, and how we switch it. */
interface FrontDoor extends AutoCloseable {
    /** Sets one up, for an app that isn't there yet. */
    @FunctionalInterface
    interface Maker {
        FrontDoor make(Sandbox sandbox, String app) throws IOException, InterruptedException;
    }

    /** How it is switched. */
    Routing routing();

    /** Where users' requests go to. */
    URI address() throws InterruptedException;

    @Override
    default void close() throws IOException {}

    /** An nginx that looks the app's name up, and keeps the answer for 10 s. */
    static FrontDoor dns(Sandbox sandbox, String app) throws IOException, InterruptedException {
        Edge edge = Edge.resolving(sandbox, app, AppVersion.PORT, Duration.ofSeconds(10));
        return new AtEdge(edge, DockerDns.DEFAULT);
    }

    /** An nginx whose upstream we write. */
    static FrontDoor nginx(Sandbox sandbox, String app) throws IOException, InterruptedException {
        Edge edge = DeployStage.edgeFor(sandbox, app);
        return new AtEdge(edge, new Nginx(edge.container(), Optional.empty()));
    }

    /** A HAProxy that owns a port of this machine. */
    static FrontDoor port(Sandbox sandbox, String app) throws IOException {
        int port = Sandbox.freePort();
        return new AtPort(port, new PublishedPort(port, Optional.of(Images.HAPROXY), false));
    }

    /** An nginx as NGINX Proxy Manager runs it, behind a fake of its interface. */
    static FrontDoor npm(Sandbox sandbox, String app) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("bluegreen-bench");
        ProxyManagerNginx nginx = ProxyManagerNginx.start(
                sandbox.docker(), Images.NGINX, sandbox.name("proxy"), sandbox.network(), directory);
        FakeProxyManager fake = FakeProxyManager.start(sandbox.docker(), nginx.container(), nginx.hosts());
        String domain = app + ".example.com";
        fake.addHost(List.of(domain, nginx.address()), app + "-blue", AppVersion.PORT);
        ProxyManager routing = new ProxyManager(
                fake.api(),
                FakeProxyManager.IDENTITY,
                Secret.of(FakeProxyManager.SECRET),
                domain,
                Optional.of(nginx.container()));
        return new AtProxyManager(nginx, fake, routing, directory);
    }

    /** Behind one of the fixture's edges. */
    record AtEdge(Edge edge, Routing routing) implements FrontDoor {
        @Override
        public URI address() throws InterruptedException {
            return edge.uri("/");
        }
    }

    /** On a published port. */
    record AtPort(int port, Routing routing) implements FrontDoor {
        @Override
        public URI address() {
            return URI.create("http://127.0.0.1:" + port + "/");
        }
    }

    /** Behind NGINX Proxy Manager. */
    record AtProxyManager(ProxyManagerNginx nginx, FakeProxyManager fake, Routing routing, Path directory)
            implements FrontDoor {
        @Override
        public URI address() throws InterruptedException {
            return URI.create("http://" + nginx.address() + "/");
        }

        @Override
        public void close() throws IOException {
            fake.close();
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
