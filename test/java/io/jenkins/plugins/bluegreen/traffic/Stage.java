package io.jenkins.plugins.bluegreen.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.Await;
import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Versions of an app and proxies before them, in a sandbox. */
record Stage(Sandbox sandbox) {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final String EDGE = """
            printf '%s' "$1" > /etc/nginx/conf.d/site.conf
            if [ "$2" ]; then printf '%s' "$2" > /etc/nginx/conf.d/bluegreen-orders.conf; fi
            exec nginx -g 'daemon off;'
            """;

    Docker docker() {
        return sandbox.docker();
    }

    String network() {
        return sandbox.network();
    }

    String name(String suffix) {
        return sandbox.name(suffix);
    }

    /** A running version that is called what its colour is called. */
    Backend backend(String colour) throws InterruptedException {
        String alias = "orders-" + colour;
        AppVersion.of(colour).start(sandbox, name(colour), "--network-alias", alias);
        sandbox.awaitStatus(200, sandbox.uri(name(colour), AppVersion.PORT, "/"));
        return new Backend(alias, address(name(colour)), AppVersion.PORT);
    }

    /** An nginx whose server block sends everything to the upstream "orders", which at first is {@code live}. */
    String edge(Backend live) throws InterruptedException {
        return edge(
                "server { listen 80; location / { proxy_pass http://orders; } }",
                Upstream.text("orders", live, Optional.empty()));
    }

    /** An nginx with this server block and this text in our file; none where it is empty. */
    String edge(String site, String upstream) throws InterruptedException {
        sandbox.run(name("edge"), Images.NGINX, List.of(), "sh", "-c", EDGE, "sh", site, upstream);
        if (!site.isEmpty()) {
            await("nginx listens", () -> {
                sandbox.host().connect(address(name("edge")), 80, LIMIT);
                return true;
            });
        }
        return name("edge");
    }

    /** Ten switches back and forth under load, which ends with them: each in force at once, and nothing lost. */
    static void assertSwitchesLoseNothing(Router router, Load load, Backend blue, Backend green)
            throws InterruptedException {
        List<Long> millis = new ArrayList<>();
        try (load) {
            for (int i = 0; i < 10; i++) {
                Backend next = i % 2 == 0 ? green : blue;
                load.expectAnything();
                long began = System.nanoTime();
                router.route(next, Optional.empty());
                millis.add((System.nanoTime() - began) / 1_000_000);
                load.expect(i % 2 == 0 ? "green" : "blue");
                assertThat(router.current()).contains(next.toString());
                load.during(40);
                assertThat(router.awaitLeft(i % 2 == 0 ? blue : green, Duration.ofSeconds(8)))
                        .isTrue();
            }
        }
        Collections.sort(millis);
        System.out.println(router.describe() + " route(), ms: " + millis + ", repeated " + load.repeated() + ", "
                + load.versions());
        assertThat(load.faults()).isEmpty();
        assertThat(load.versions()).containsKey("blue");
        assertThat(load.versions()).containsKey("green");
    }

    /** Starts a container that does nothing. */
    void idle(String suffix, String... options) throws InterruptedException {
        sandbox.run(name(suffix), Images.BUSYBOX, List.of(options), "sleep", "600");
    }

    /** A request that takes 8 s and is under way between a proxy and a backend when this returns. */
    Socket held(String address, int port, String proxy, Backend backend) throws IOException, InterruptedException {
        Socket socket = new Socket(address, port);
        socket.getOutputStream()
                .write("GET /slow?ms=8000 HTTP/1.1\r\nHost: orders\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        ProxyContainer container = new ProxyContainer(docker(), proxy);
        await("the request is under way", () -> container
                .run(FrontScripts.LEFT, HaproxyRouter.kernelForm(backend), "0")
                .map(CommandResult::exitCode)
                .equals(Optional.of(FrontScripts.BUSY)));
        return socket;
    }

    /** The answer to a {@link #held} request. */
    static String answerOn(Socket socket) throws IOException {
        byte[] some = new byte[4096];
        int length = socket.getInputStream().read(some);
        return new String(some, 0, Math.max(0, length), StandardCharsets.US_ASCII);
    }

    String address(String container) throws InterruptedException {
        return sandbox.container(container).networks().get(network()).address();
    }

    static void await(String what, Callable<Boolean> condition) throws InterruptedException {
        Await.until(LIMIT, what, condition);
    }
}
