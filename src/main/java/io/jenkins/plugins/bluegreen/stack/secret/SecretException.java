package io.jenkins.plugins.bluegreen.stack.secret;

/** A service's secret can't be had, or isn't what the service was set up with. The message says what to do. */
public final class SecretException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SecretException(String message) {
        super(message);
    }
}
