package io.jenkins.plugins.bluegreen.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.meter.Exchange.Outcome;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    @Test
    void httpsIsMeteredOnKeptConnectionsToo() throws Exception {
        SSLContext tls = contextFor("dns:localhost");
        try (SmallServer server = server(tls);
                Exchange exchange = exchange(server, tls.getSocketFactory())) {
            assertThat(get(exchange)).isEqualTo(new Outcome(200, "v1", false, ""));
            assertThat(get(exchange)).isEqualTo(new Outcome(200, "v1", false, ""));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aCertificateForAnotherNameIsALoss() throws Exception {
        SSLContext tls = contextFor("dns:elsewhere");
        try (SmallServer server = server(tls);
                Exchange exchange = exchange(server, tls.getSocketFactory())) {
            assertThat(get(exchange).fault()).startsWith("TLS failed: ").contains("localhost");
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsALoss() throws Exception {
        try (SmallServer server = server(contextFor("dns:localhost"));
                Exchange exchange = exchange(server, (SSLSocketFactory) SSLSocketFactory.getDefault())) {
            assertThat(get(exchange).fault()).startsWith("TLS failed: ");
        }
    }

    private static SmallServer server(SSLContext tls) throws Exception {
        return new SmallServer(tls.getServerSocketFactory().createServerSocket(0), peer -> {
            while (peer.request()) {
                peer.say("HTTP/1.1 200 OK\r\nX-Version: v1\r\nContent-Length: 2\r\n\r\nok");
            }
        });
    }

    private static Exchange exchange(SmallServer server, SSLSocketFactory trust) {
        URI url = URI.create("https://localhost:" + server.port() + "/");
        return new Exchange(new Lane("a", url, 10, true, Duration.ofSeconds(10)), "X-Version", trust);
    }

    private static Outcome get(Exchange exchange) {
        return exchange.get(System.nanoTime() + Duration.ofSeconds(10).toNanos());
    }

    /** A context that has, and trusts, a new certificate for one name. */
    private SSLContext contextFor(String name) throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "SAN=" + name)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}
