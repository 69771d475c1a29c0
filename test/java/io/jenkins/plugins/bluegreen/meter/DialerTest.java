package io.jenkins.plugins.bluegreen.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DialerTest {
    private static final SSLSocketFactory TLS = (SSLSocketFactory) SSLSocketFactory.getDefault();

    @Test
    void theNextOfAHostsAddressesIsTriedWhereOneRefuses() throws IOException {
        try (SmallServer server = SmallServer.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            List<InetAddress> addresses = List.of(
                    InetAddress.getByAddress(new byte[] {127, 0, 0, 2}),
                    InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
            long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
            try (Connection connection = new Dialer(server.url(), TLS).open(addresses, deadline)) {
                assertThat(connection.stale()).isFalse();
            }
        }
    }
}
