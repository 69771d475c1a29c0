package io.jenkins.plugins.bluegreen.dotenv;

/** A {@code .env} file has a bad line. The message names the line and the reason, and never a value. */
public final class DotEnvException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    DotEnvException(int line, String reason) {
        super("Line " + line + ": " + reason);
        this.line = line;
    }

    /** The line's number, from 1; of a value of several lines, the first. */
    public int line() {
        return line;
    }
}
