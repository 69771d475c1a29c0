package io.jenkins.plugins.bluegreen.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.host.HttpAnswer;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCheckTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Check.Target TARGET = new Check.Target("c0ffee", "172.18.0.5", 3000);

    private final FakeHost host = new FakeHost();

    @Test
    void asksTheContainersAddressWithPathQueryHeadersAndLimit() throws InterruptedException {
        HttpCheck check =
                new HttpCheck("/health?deep=1", StatusRange.SUCCESS, Optional.empty(), Map.of("X-Probe", "s3cret"));

        Check.Answer answer = check.ask(new Docker(host), TARGET, LIMIT);

        assertThat(answer).isEqualTo(new Check.Answer(true, "200"));
        assertThat(host.calls).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("GET");
            assertThat(call.uri()).hasToString("http://172.18.0.5:3000/health?deep=1");
            assertThat(call.headers()).containsEntry("X-Probe", "s3cret");
            assertThat(call.limit()).isEqualTo(LIMIT);
        });
        assertThat(check.describe()).as("a query may be secret").isEqualTo("GET /health?…, expecting 200-299");
    }

    @Test
    void reachesAnIpv6Address() throws InterruptedException {
        check().ask(new Docker(host), new Check.Target("c0ffee", "fd00::5", 80), LIMIT);

        assertThat(host.calls.get(0).uri()).hasToString("http://[fd00::5]:80/health");
    }

    @Test
    void saysWhichStatusCameInstead() throws InterruptedException {
        host.answers((attempt, call) -> new HttpAnswer(503, Map.of(), "s3cret"));

        assertThat(ask(check())).isEqualTo(new Check.Answer(false, "503"));
    }

    @Test
    void saysThatARedirectCame() throws InterruptedException {
        host.answers((attempt, call) -> new HttpAnswer(302, Map.of("location", "/login"), ""));

        assertThat(ask(check())).isEqualTo(new Check.Answer(false, "302, a redirect"));
    }

    @Test
    void findsThePatternAnywhereInTheBodyAndNeverShowsTheBody() throws InterruptedException {
        HttpCheck check =
                new HttpCheck("/health", StatusRange.SUCCESS, Optional.of(Pattern.compile("\"db\":\"up\"")), Map.of());
        host.answers((attempt, call) ->
                new HttpAnswer(200, Map.of(), attempt == 1 ? "{\"db\":\"down\"}" : "{\"a\":1,\"db\":\"up\"}"));

        assertThat(ask(check)).isEqualTo(new Check.Answer(false, "200 with a body that doesn't match"));
        assertThat(ask(check).good()).isTrue();
    }

    @Test
    void survivesAPatternThatNeedsMoreStackThanThereIs() throws InterruptedException {
        HttpCheck check = new HttpCheck("/", StatusRange.SUCCESS, Optional.of(Pattern.compile("(a|b)*c")), Map.of());
        host.answers((attempt, call) -> new HttpAnswer(200, Map.of(), "ab".repeat(500_000)));

        assertThat(ask(check).good()).isFalse();
    }

    @Test
    void saysInWordsWhyNothingWasAnswered() throws InterruptedException {
        assertThat(seenWhen(new ConnectException())).isEqualTo("connection refused");
        assertThat(seenWhen(new ConnectException("Connection refused"))).isEqualTo("connection refused");
        assertThat(seenWhen(new SocketTimeoutException("Read timed out"))).isEqualTo("no answer within 2000 ms");
        assertThat(seenWhen(new IOException("HTTP/1.1 header parser received no bytes")))
                .isEqualTo("HTTP/1.1 header parser received no bytes");
        assertThat(seenWhen(new EOFException())).isEqualTo("EOFException");
    }

    @Test
    void neverAsksTheDockerHostItselfWhereTheContainerHasNoAddress() throws InterruptedException {
        Check.Target nowhere = new Check.Target("c0ffee", "", 3000);

        assertThat(check().ask(new Docker(host), nowhere, LIMIT).good()).isFalse();
        assertThat(new TcpCheck().ask(new Docker(host), nowhere, LIMIT).good()).isFalse();
        assertThat(host.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "health", "//a b", "/a b", "/\n", "/%zz", "http://other/", "/\ud800"})
    void refusesAPathThatCannotBeSent(String path) {
        assertThatThrownBy(() -> new HttpCheck(path, StatusRange.SUCCESS, Optional.empty(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The path of an HTTP check");
    }

    @Property(tries = 1000)
    void anyPathIsAskedForOnTheContainersOwnAddressOrRefused(@ForAll String path) throws InterruptedException {
        HttpCheck check;
        try {
            check = new HttpCheck("/" + path, StatusRange.SUCCESS, Optional.empty(), Map.of());
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).startsWith("The path of an HTTP check");
            return;
        }
        FakeHost asked = new FakeHost();
        check.ask(new Docker(asked), TARGET, LIMIT);
        assertThat(asked.calls.get(0).uri().getAuthority()).isEqualTo("172.18.0.5:3000");
    }

    @Test
    void refusesHeadersThatCannotBeSentAndNeverShowsTheirValue() {
        assertThatThrownBy(() -> headers(Map.of("X-Token", "s3cret\r\nX-Evil: 1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X-Token")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> headers(Map.of("Bad Name", "v"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> headers(Map.of("Content-Length", "5"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> headers(Map.of("host", "orders.example")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Host");
    }

    private static HttpCheck headers(Map<String, String> headers) {
        return new HttpCheck("/", StatusRange.SUCCESS, Optional.empty(), headers);
    }

    private static HttpCheck check() {
        return new HttpCheck("/health", StatusRange.SUCCESS, Optional.empty(), Map.of());
    }

    private Check.Answer ask(Check check) throws InterruptedException {
        return check.ask(new Docker(host), TARGET, LIMIT);
    }

    private String seenWhen(IOException failure) throws InterruptedException {
        host.answers((attempt, call) -> {
            throw failure;
        });
        Check.Answer answer = ask(check());
        assertThat(answer.good()).isFalse();
        return answer.seen();
    }
}
