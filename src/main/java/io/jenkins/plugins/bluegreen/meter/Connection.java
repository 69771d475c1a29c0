package io.jenkins.plugins.bluegreen.meter;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One connection to the metered address, used by one request at a time. */
final class Connection implements AutoCloseable {
    private final SocketChannel channel;
    private final Socket socket;
    private final AnswerInput in;
    private final OutputStream out;

    /**
     * Wraps an open connection.
     *
     * @param channel the TCP connection
     * @param socket what is read and written: the channel's own socket, or TLS over it
     */
    Connection(SocketChannel channel, Socket socket) throws IOException {
        this.channel = channel;
        this.socket = socket;
        this.in = new AnswerInput(socket, socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** Sends a request and reads its whole answer, until {@code deadline} at most. */
    Answer ask(byte[] request, String versionHeader, long deadline) throws IOException {
        in.expect(deadline);
        try {
            out.write(request);
            out.flush();
            return Answer.read(in, versionHeader);
        } catch (LostException | SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            throw in.begun() ? LostException.because("answer broke off", e) : LostException.unanswered(e);
        }
    }

    /** Whether some of an answer has come. */
    boolean begun() {
        return in.begun();
    }

    /**
     * Whether the peer has closed it, or said something unasked, since its last answer. Looks without waiting; what it
     * may read is lost, so a stale connection must be closed.
     */
    boolean stale() {
        try {
            channel.configureBlocking(false);
            int count = channel.read(ByteBuffer.allocate(1));
            channel.configureBlocking(true);
            return count != 0 || !in.drained();
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try (channel) {
            socket.close();
        } catch (IOException ignored) {
            // It is of no more use either way.
        }
    }
}
