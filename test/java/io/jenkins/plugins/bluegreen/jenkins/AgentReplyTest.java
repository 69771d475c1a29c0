package io.jenkins.plugins.bluegreen.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import hudson.EnvVars;
import hudson.Launcher;
import io.jenkins.plugins.bluegreen.host.HostException;
import io.jenkins.plugins.bluegreen.host.HttpAnswer;
import io.jenkins.plugins.bluegreen.host.HttpCall;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentReplyTest {
    @Test
    void aRequestMadeByTheAgentComesBackAsAnAnswer() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("X-Version", "v7");
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        try {
            URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            AgentHttpCall call = sentOver(new AgentHttpCall(HttpCall.get(uri, Duration.ofSeconds(10))));
            HttpAnswer answer = sentOver(call.call()).answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("X-Version")).contains("v7");
            assertThat(answer.body()).isEqualTo("ok");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anAnswerThatNoHonestAgentSendsIsRefused() {
        refuses(new AgentHttpCall.Reply(0, new HashMap<>(), ""));
        refuses(new AgentHttpCall.Reply(200, null, ""));
        refuses(new AgentHttpCall.Reply(200, new HashMap<>(), null));
        refuses(new AgentHttpCall.Reply(200, new HashMap<>(), "x".repeat((1 << 20) + 1)));
        HashMap<String, String> headers = new HashMap<>();
        for (int i = 0; i <= 1000; i++) {
            headers.put("h" + i, "");
        }
        refuses(new AgentHttpCall.Reply(200, headers, ""));
    }

    private static void refuses(AgentHttpCall.Reply reply) {
        assertThatIOException().isThrownBy(reply::answer).withMessageContaining("no HTTP answer");
    }

    @Test
    void statusesComeBackFromTheAgentsSocketAndNoMoreOfThemThanRequests(@TempDir Path folder) throws Exception {
        Path socket = folder.resolve("socket");
        try (ServerSocketChannel engine = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            engine.bind(UnixDomainSocketAddress.of(socket));
            Thread answers = new Thread(() -> answer(engine));
            answers.start();
            AgentPost post = sentOver(new AgentPost(socket.toString(), List.of("/a", "/b"), 10_000));
            assertThat(post.statuses(sentOver(post.call()))).containsExactly(409);
            answers.join();
            assertThatIOException().isThrownBy(() -> post.statuses(new int[] {204, 204, 204}));
            assertThatIOException().isThrownBy(() -> post.statuses(null));
        }
    }

    private static void answer(ServerSocketChannel engine) {
        try (SocketChannel peer = engine.accept()) {
            peer.read(ByteBuffer.allocate(4096));
            peer.write(ByteBuffer.wrap("HTTP/1.1 409 Conflict\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whereCommandsAreWrappedTheAgentsSocketIsLeftAlone() {
        Launcher wrapped = new Launcher(null, null) {};
        LauncherHost host = new LauncherHost(wrapped, null, new EnvVars());
        assertThatIOException()
                .isThrownBy(() -> host.post("/var/run/docker.sock", List.of("/"), Duration.ofSeconds(1)))
                .withMessageContaining("wrapped");
    }

    /** Else the lock's heart would go on after the deploy's end, which waits for it: the build would never end. */
    @Test
    void aThreadThatIsInterruptedWhileACommandStartsStaysInterrupted() {
        HostException told = LauncherHost.notStarted("docker", new InterruptedIOException());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(told).hasMessageContaining("called off");
        assertThat(LauncherHost.notStarted("docker", new IOException("error=2")))
                .hasMessageContaining("Is it installed there");
        assertThat(Thread.interrupted()).isFalse();
    }

    /** As remoting does: serialised here, read there. */
    @SuppressWarnings({"unchecked", "BanSerializableRead"}) // what was written a line before
    private static <T> T sentOver(T object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
