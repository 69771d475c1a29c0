package io.jenkins.plugins.bluegreen.jenkins;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Keeps what a command says, up to a limit: an agent isn't trusted not to flood the controller. Thread-safe. */
final class CappedOutput extends OutputStream {
    /** More than any answer of Docker's that the engine reads. */
    static final int LIMIT = 16 << 20;

    /**
     * What {@code hudson.Proc} adds to a command's own words where its output isn't at its end 10 s after the command's: an
     * agent that is slow, or another process that has inherited the pipe.
     */
    private static final Pattern OF_JENKINS =
            Pattern.compile("Process leaked file descriptors\\. See \\S+ for more information\\R?");

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

    /** What the command said so far, decoded as UTF-8. */
    synchronized String text() {
        return OF_JENKINS.matcher(kept.toString(StandardCharsets.UTF_8)).replaceAll("");
    }
}
