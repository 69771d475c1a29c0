package io.jenkins.plugins.bluegreen.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalHostTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<HttpExchange> asked = new CopyOnWriteArrayList<>();
    private final LocalHost host = new LocalHost();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void keepsNoConnectionThatWouldMakeTheAskedContainerLookBusy() throws Exception {
        answers(exchange -> exchange.sendResponseHeaders(200, -1));

        host.call(HttpCall.get(uri("/"), LIMIT));
        host.call(HttpCall.get(uri("/"), LIMIT));

        assertThat(asked)
                .extracting(it -> it.getRequestHeaders().getFirst("Connection"))
                .containsExactly("close", "close");
        assertThat(asked).extracting(HttpExchange::getRemoteAddress).doesNotHaveDuplicates();
    }

    @Test
    void sendsMethodHeadersAndBodyAndReadsStatusHeadersAndBodyWhateverTheStatus() throws Exception {
        answers(exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("X-Twice", "one");
            exchange.getResponseHeaders().add("X-Twice", "two");
            exchange.sendResponseHeaders(404, body.length);
            exchange.getResponseBody().write(body);
        });

        HttpAnswer answer = host.call(new HttpCall("PUT", uri("/a?b=c"), Map.of("X-Token", "t"), "grün", LIMIT));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("x-twice")).contains("one");
        assertThat(answer.body()).isEqualTo("grün");
        assertThat(asked.get(0).getRequestMethod()).isEqualTo("PUT");
        assertThat(asked.get(0).getRequestURI()).hasToString("/a?b=c");
        assertThat(asked.get(0).getRequestHeaders().getFirst("X-Token")).isEqualTo("t");
    }

    @Test
    void followsNoRedirect() throws Exception {
        answers(exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
        });

        assertThat(host.call(HttpCall.get(uri("/"), LIMIT)).status()).isEqualTo(302);
        assertThat(asked).hasSize(1);
    }

    @Test
    void countsConnectingHeadersAndBodyTogetherAgainstTheLimit() {
        answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (true) { // until the client hangs up; each read alone would be in time
                    body.write('.');
                    body.flush();
                    Thread.sleep(20);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        long begun = System.nanoTime();

        assertThatThrownBy(() -> host.call(HttpCall.get(uri("/"), Duration.ofMillis(400))))
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessageContaining("400 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void saysThatNobodyListens() {
        server.stop(0);

        assertThatThrownBy(() -> host.call(HttpCall.get(uri("/"), LIMIT)))
                .isInstanceOf(java.net.ConnectException.class);
    }

    private void answers(HttpHandler handler) {
        server.createContext("/", exchange -> {
            asked.add(exchange);
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}
