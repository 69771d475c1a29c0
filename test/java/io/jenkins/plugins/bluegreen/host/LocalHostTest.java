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
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void passesOnTheLinesOfACommandInTheForegroundAndItsExitCode() throws Exception {
        List<String> out = new CopyOnWriteArrayList<>();
        List<String> err = new CopyOnWriteArrayList<>();

        int code = new Foreground(Command.of("sh", "-c", "echo one; echo two >&2; printf three; exit 3"))
                .run(out::add, err::add);

        assertThat(code).isEqualTo(3);
        assertThat(out).containsExactly("one", "three");
        assertThat(err).containsExactly("two");
    }

    @Test
    void startsAgainWhatACtrlCHasEndedBeforeItBegan() throws Exception {
        AtomicInteger starts = new AtomicInteger();
        LocalHost interrupted = new LocalHost(builder -> {
            if (starts.incrementAndGet() == 1) {
                throw new IOException("Cannot run program \"echo\": Failed to exec spawn helper: pid: 7, signal: 2");
            }
            return builder.start();
        });

        assertThat(interrupted.run(Command.of("echo", "here")).out()).isEqualTo("here\n");
    }

    @Test
    void startsAMissingProgramOnlyOnce() {
        AtomicInteger starts = new AtomicInteger();
        LocalHost counting = new LocalHost(builder -> {
            starts.incrementAndGet();
            return builder.start();
        });

        assertThatThrownBy(() -> counting.run(Command.of("no-such-program"))).hasMessageContaining("Is it installed");
        assertThat(starts).hasValue(1);
    }

    @Test
    void saysThatACommandIsTooLongRatherThanThatItsProgramIsMissing() {
        Command tooLong = Command.of("true").withEnvironment(Map.of("PASSWORD", "s3cr3t".repeat(50_000)));

        assertThatThrownBy(() -> host.run(tooLong))
                .isInstanceOf(HostException.class)
                .hasMessage("'true' can't be started here: its arguments and environment are longer than this system"
                        + " takes. Put what is long into files.")
                .hasMessageNotContaining("s3cr3t");
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
    void asksAgainAfterAnError() throws Exception {
        answers(exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(500, body.length);
            exchange.getResponseBody().write(body);
        });
        HttpCall change = new HttpCall("PUT", uri("/"), Map.of(), "{}", LIMIT);

        for (int i = 0; i < 4; i++) {
            assertThat(host.call(change).status()).isEqualTo(500);
        }
        assertThat(asked).hasSize(4);
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

    @Test
    void postsToASocketOneAfterAnotherUntilOneIsRefused(@TempDir Path directory) throws Exception {
        Path socket = directory.resolve("socket");
        List<String> heard = new CopyOnWriteArrayList<>();
        try (ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listening.bind(UnixDomainSocketAddress.of(socket));
            threads.execute(
                    () -> hold(listening, heard, "HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 409 Conflict\r\n\r\n"));

            assertThat(host.post(socket.toString(), List.of("/one?a=b", "/two", "/three"), LIMIT))
                    .containsExactly(204, 409);
        }
        assertThat(heard.toString())
                .contains("POST /one?a=b HTTP/1.1\r\n", "POST /two")
                .doesNotContain("/three");
    }

    @Test
    void saysThatASocketDoesNotAnswer(@TempDir Path directory) throws Exception {
        Path socket = directory.resolve("socket");
        try (ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(socket));
            assertThatThrownBy(() -> host.post(socket.toString(), List.of("/"), Duration.ofMillis(200)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("did not answer");
        }
    }

    private static void hold(ServerSocketChannel listening, List<String> heard, String... answers) {
        try (SocketChannel peer = listening.accept()) {
            for (String answer : answers) {
                ByteBuffer request = ByteBuffer.allocate(4096);
                peer.read(request);
                heard.add(new String(request.array(), 0, request.position(), StandardCharsets.US_ASCII));
                peer.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
            }
        } catch (IOException e) {
            heard.add(e.toString());
        }
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
