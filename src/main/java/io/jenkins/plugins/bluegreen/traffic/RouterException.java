package io.jenkins.plugins.bluegreen.traffic;

/** A router refused, or could not be reached. The message says which, what it answered, and what to do. */
public class RouterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RouterException(String message) {
        super(message);
    }

    public RouterException(String message, Throwable cause) {
        super(message, cause);
    }
}
