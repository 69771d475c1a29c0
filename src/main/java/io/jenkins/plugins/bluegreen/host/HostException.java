package io.jenkins.plugins.bluegreen.host;

/** The host could not do what it was asked: a program that isn't there, a connection that broke, a limit that passed. */
public class HostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HostException(String message, Throwable cause) {
        super(message, cause);
    }

    public HostException(String message) {
        super(message);
    }
}
