package io.jenkins.plugins.bluegreen.jenkins;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps what a command says, up to a limit: an agent isn't trusted not to flood the controller. Thread-safe. */
final class CappedOutput extends OutputStream {
    /** More than any answer of Docker's that the engine reads. */
    static final int LIMIT = 16 << 20;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(1024);

    @Override
    public synchronized void write(int one) {
        if (kept.size() < LIMIT) {
            kept.write(one);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        kept.write(bytes, offset, Math.min(length, LIMIT - kept.size()));
    }

    /** What was said so far, decoded as UTF-8. */
    synchronized String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }
}
