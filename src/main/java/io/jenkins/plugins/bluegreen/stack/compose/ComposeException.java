package io.jenkins.plugins.bluegreen.stack.compose;

/** Docker Compose isn't there, or failed. The message holds what it said. */
public final class ComposeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean missing;

    ComposeException(String message, boolean missing) {
        super(message);
        this.missing = missing;
    }

    /** True where there is no Compose on the host. */
    public boolean missing() {
        return missing;
    }
}
