package io.jenkins.plugins.bluegreen.meter;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Opens connections to one address. Thread-safe. */
final class Dialer {
    private final String host;
    private final int port;
    private final boolean secure;
    private final SSLSocketFactory tls;

    Dialer(URI url, SSLSocketFactory tls) {
        this.host = url.getHost();
        this.secure = url.getScheme().equalsIgnoreCase("https");
        this.port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        this.tls = tls;
    }

    /** Opens one, trying each of the host's addresses in turn. The JDK remembers them for 30 s. */
    Connection open(long deadline) throws IOException {
        return open(List.of(InetAddress.getAllByName(host)), deadline);
    }

    Connection open(List<InetAddress> addresses, long deadline) throws IOException {
        IOException refusal = null;
        for (InetAddress address : addresses) {
            try {
                return open(address, deadline);
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                refusal = e;
            }
        }
        throw refusal;
    }

    private Connection open(InetAddress address, long deadline) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.socket().connect(new InetSocketAddress(address, port), millisUntil(deadline));
            return new Connection(channel, secure ? encrypted(channel.socket(), deadline) : channel.socket());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** TLS over a connection. The JDK sends the host's name (SNI) because it is given here. */
    private SSLSocket encrypted(Socket plain, long deadline) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(millisUntil(deadline));
        socket.startHandshake();
        return socket;
    }

    private static int millisUntil(long deadline) throws SocketTimeoutException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }
}
