package io.jenkins.plugins.bluegreen.meter;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** What a connection says, read with one deadline for the whole answer rather than one for each read. */
final class AnswerInput {
    private static final int LINE_LIMIT = 64 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[4096];
    private int position;
    private int end;
    private boolean begun;
    private long deadline;

    AnswerInput(Socket socket, InputStream in) {
        this.socket = socket;
        this.in = in;
    }

    /** Expects a new answer, complete at {@code nanos} on the clock of {@link System#nanoTime()}. */
    void expect(long nanos) {
        deadline = nanos;
        begun = false;
    }

    /** Whether a byte of the expected answer has come. */
    boolean begun() {
        return begun;
    }

    /** Whether nothing is left of what was read so far. */
    boolean drained() {
        return position == end;
    }

    /** One line, without its line end. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        while (true) {
            require();
            int from = position;
            while (position < end && buffer[position] != '\n') {
                position++;
            }
            line.append(new String(buffer, from, position - from, StandardCharsets.ISO_8859_1));
            if (position < end) {
                position++;
                return strip(line);
            }
            if (line.length() > LINE_LIMIT) {
                throw LostException.because("answer is not HTTP", null);
            }
        }
    }

    /** Passes over so many bytes; all of them must come. */
    void skip(long bytes) throws IOException {
        long left = bytes;
        while (left > 0) {
            require();
            int step = (int) Math.min(left, end - position);
            position += step;
            left -= step;
        }
    }

    /** Passes over everything until the peer closes. */
    void skipAll() throws IOException {
        do {
            position = end;
        } while (fill());
    }

    private static String strip(StringBuilder line) {
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
    }

    private void require() throws IOException {
        if (position == end && !fill()) {
            throw new EOFException();
        }
    }

    private boolean fill() throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        int count = in.read(buffer, 0, buffer.length);
        position = 0;
        end = Math.max(count, 0);
        begun |= count > 0;
        return count > 0;
    }
}
