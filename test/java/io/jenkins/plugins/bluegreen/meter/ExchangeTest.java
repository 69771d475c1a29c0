package io.jenkins.plugins.bluegreen.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.meter.Exchange.Outcome;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ExchangeTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nX-Version: v1\r\nContent-Length: 2\r\n\r\nok";

    @Test
    void aGoodAnswerCarriesItsVersion() throws IOException {
        try (SmallServer server = SmallServer.answering(OK);
                Exchange exchange = exchange(server.url(), false)) {
            assertThat(get(exchange)).isEqualTo(new Outcome(200, "v1", false, ""));
            assertThat(server.requests().get(0))
                    .startsWith("GET /hello?x=1 HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n")
                    .contains("\r\nConnection: close\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nX-Version: v1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\nb;x=y\r\n0123456789\n\r\n0\r\nA: b\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX-Version: v1\r\nConnection: close\r\n\r\nsome body",
                "HTTP/1.0 200 OK\r\nx-version: v1\r\n\r\nsome body",
                "HTTP/1.1 103 Early Hints\r\nX-Version: v0\r\n\r\nHTTP/1.1 200 OK\r\nX-Version: v1\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\nX-Version: v1\nContent-Length: 2\n\nok",
            })
    void bodiesEndWhereHttpSaysTheyEnd(String answer) throws IOException {
        try (SmallServer server = SmallServer.answering(answer);
                Exchange exchange = exchange(server.url(), true)) {
            assertThat(get(exchange)).isEqualTo(new Outcome(200, "v1", false, ""));
            assertThat(get(exchange)).isEqualTo(new Outcome(200, "v1", false, ""));
        }
    }

    @ParameterizedTest
    @CsvSource({"204, ''", "304, ''", "404, ''", "500, 500", "502, 502", "503, 503"})
    void aStatusFrom500OnIsALoss(int status, String fault) throws IOException {
        String length = status == 204 || status == 304 ? "" : "Content-Length: 0\r\n";
        try (SmallServer server = SmallServer.answering("HTTP/1.1 " + status + " Words\r\n" + length + "\r\n");
                Exchange exchange = exchange(server.url(), true)) {
            assertThat(get(exchange)).isEqualTo(new Outcome(status, "", false, fault));
            assertThat(get(exchange)).isEqualTo(new Outcome(status, "", false, fault));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nok",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n",
                "HTTP/1.1 200 OK\r\nContent-Len",
                "HTTP"
            })
    void aBrokenAnswerIsALoss(String answer) throws IOException {
        try (SmallServer server = new SmallServer(peer -> {
                    peer.request();
                    peer.say(answer);
                });
                Exchange exchange = exchange(server.url(), false)) {
            assertThat(get(exchange)).isEqualTo(new Outcome(0, "", false, "answer broke off"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH\r\n",
                "HTTP/2 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void anAnswerThatIsNotHttpIsALoss(String answer) throws IOException {
        try (SmallServer server = new SmallServer(peer -> {
                    peer.request();
                    peer.say(answer);
                });
                Exchange exchange = exchange(server.url(), false)) {
            assertThat(get(exchange)).isEqualTo(new Outcome(0, "", false, "answer is not HTTP"));
        }
    }

    @Test
    void aConnectionClosedWithoutAnAnswerIsALossAndNotRepeated() throws IOException {
        try (SmallServer server = new SmallServer(SmallServer.Peer::request);
                Exchange exchange = exchange(server.url(), false)) {
            assertThat(get(exchange)).isEqualTo(new Outcome(0, "", false, "connection closed without an answer"));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aResetIsALossToo() throws IOException {
        try (SmallServer server = new SmallServer(peer -> {
                    peer.request();
                    peer.reset();
                });
                Exchange exchange = exchange(server.url(), false)) {
            assertThat(get(exchange)).isEqualTo(new Outcome(0, "", false, "connection closed without an answer"));
        }
    }

    @Test
    void aRefusedConnectionIsALoss() throws IOException {
        URI url;
        try (SmallServer server = SmallServer.answering(OK)) {
            url = server.url();
        }
        try (Exchange exchange = exchange(url, false)) {
            assertThat(get(exchange)).isEqualTo(new Outcome(0, "", false, "connection refused"));
        }
    }

    @Test
    void aNameThatNobodyKnowsIsALoss() {
        try (Exchange exchange = exchange(URI.create("http://nobody.invalid/"), false)) {
            assertThat(get(exchange)).isEqualTo(new Outcome(0, "", false, "name 'nobody.invalid' not found"));
        }
    }

    @Test
    void silenceIsALossAtTheLimit() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (SmallServer server = new SmallServer(peer -> over.await());
                Exchange exchange = exchange(server.url(), false)) {
            assertThat(exchange.get(System.nanoTime() + Duration.ofMillis(300).toNanos()))
                    .isEqualTo(new Outcome(0, "", false, "no answer within 5 s"));
        }
    }

    @Test
    void anAnswerThatTricklesIsALossAtTheLimit() throws IOException {
        long start = System.nanoTime();
        try (SmallServer server = new SmallServer(peer -> {
                    peer.request();
                    peer.say("HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n");
                    while (!Thread.currentThread().isInterrupted()) {
                        peer.say(".");
                        Thread.sleep(20);
                    }
                });
                Exchange exchange = exchange(server.url(), false)) {
            assertThat(exchange.get(start + Duration.ofMillis(300).toNanos()))
                    .isEqualTo(new Outcome(0, "", false, "answer not finished within 5 s"));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aKeptConnectionIsUsedAgain() throws IOException {
        try (SmallServer server = SmallServer.answering(OK);
                Exchange exchange = exchange(server.url(), true)) {
            for (int i = 0; i < 5; i++) {
                assertThat(get(exchange).fault()).isEmpty();
            }
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.requests().get(0)).doesNotContain("Connection:");
        }
    }

    @Test
    void aConnectionThatWasAnnouncedToCloseIsNotUsedAgainEvenIfThePeerIsSlowToClose() throws IOException {
        try (SmallServer server = new SmallServer(peer -> {
                    while (peer.request()) {
                        peer.say("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
                    }
                });
                Exchange exchange = exchange(server.url(), true)) {
            assertThat(get(exchange).fault()).isEmpty();
            assertThat(get(exchange).fault()).isEmpty();
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aKeptConnectionThatThePeerHasClosedIsReplacedBeforeAnythingIsSent() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (SmallServer server = new SmallServer(peer -> {
                    peer.request();
                    peer.say(OK);
                    if (peer.number == 1) {
                        peer.close();
                        closed.countDown();
                    }
                });
                Exchange exchange = exchange(server.url(), true)) {
            assertThat(get(exchange).fault()).isEmpty();
            closed.await();
            assertThat(get(exchange)).isEqualTo(new Outcome(200, "v1", false, ""));
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aKeptConnectionClosedUnderTheRequestIsRepeatedOnceAndSaysSo() throws IOException {
        try (SmallServer server = new SmallServer(peer -> {
                    peer.request();
                    peer.say(OK);
                    peer.request();
                });
                Exchange exchange = exchange(server.url(), true)) {
            assertThat(get(exchange)).isEqualTo(new Outcome(200, "v1", false, ""));
            assertThat(get(exchange)).isEqualTo(new Outcome(200, "v1", true, ""));
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void theRepeatIsNotRepeated() throws IOException {
        try (SmallServer server = new SmallServer(peer -> {
                    peer.request();
                    if (peer.number == 1) {
                        peer.say(OK);
                        peer.request();
                    }
                });
                Exchange exchange = exchange(server.url(), true)) {
            assertThat(get(exchange).fault()).isEmpty();
            assertThat(get(exchange)).isEqualTo(new Outcome(0, "", true, "connection closed without an answer"));
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void anAnswerThatBreaksOffOnAKeptConnectionIsALossAndNotRepeated() throws IOException {
        try (SmallServer server = new SmallServer(peer -> {
                    peer.request();
                    peer.say(OK);
                    peer.request();
                    peer.say("HTTP/1.1 200 OK\r\n");
                });
                Exchange exchange = exchange(server.url(), true)) {
            assertThat(get(exchange).fault()).isEmpty();
            assertThat(get(exchange)).isEqualTo(new Outcome(0, "", false, "answer broke off"));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private static Outcome get(Exchange exchange) {
        return exchange.get(System.nanoTime() + Duration.ofSeconds(5).toNanos());
    }

    private static Exchange exchange(URI url, boolean keeps) {
        Lane lane = new Lane("a", url, 10, keeps, Duration.ofSeconds(5));
        return new Exchange(lane, "X-Version", (SSLSocketFactory) SSLSocketFactory.getDefault());
    }
}
