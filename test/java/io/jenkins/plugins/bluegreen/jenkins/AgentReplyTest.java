package io.jenkins.plugins.bluegreen.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.bluegreen.host.HttpAnswer;
import io.jenkins.plugins.bluegreen.host.HttpCall;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

class AgentReplyTest {
    @Test
    void aRequestMadeByTheAgentComesBackAsAnAnswer() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("X-Version", "v7");
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(java.nio.charset.StandardCharsets.UTF_8));
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
