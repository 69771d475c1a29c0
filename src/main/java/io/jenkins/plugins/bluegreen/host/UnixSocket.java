package io.jenkins.plugins.bluegreen.host;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * HTTP over a Unix socket, as far as it takes to POST without bodies. The JDK has sockets of this kind since 16, but no
 * HTTP client for them. Closing it from another thread ends what is under way.
 */
final class UnixSocket implements AutoCloseable {
    private static final int LONGEST_HEAD = 64 * 1024;

    private final SocketChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(4096).limit(0);

    UnixSocket() throws IOException {
        channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    }

    /** As {@link Host#post}, without a limit. */
    List<Integer> post(String path, List<String> targets) throws IOException {
        channel.connect(UnixDomainSocketAddress.of(path));
        List<Integer> statuses = new ArrayList<>();
        for (String target : targets) {
            write("POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
            int status = status(head());
            statuses.add(status);
            if (status < 200 || status > 299) {
                break;
            }
        }
        return statuses;
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** What Docker answers when it has done something is 204, which has no body to be passed over. */
    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            if (!buffer.hasRemaining()) {
                fill();
            }
            head.append((char) buffer.get());
            if (head.length() > LONGEST_HEAD) {
                throw new IOException("What answers at the socket doesn't speak HTTP.");
            }
        }
        return head.toString();
    }

    private void fill() throws IOException {
        buffer.clear();
        int count = channel.read(buffer);
        buffer.flip();
        if (count < 0) {
            throw new EOFException("The connection was closed before the answer.");
        }
    }

    private static int status(String head) throws IOException {
        if (!head.matches("(?s)HTTP/1\\.[01] [1-9][0-9]{2}[ \\r].*")) {
            throw new IOException("What answers at the socket doesn't speak HTTP.");
        }
        return Integer.parseInt(head.substring(9, 12));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
