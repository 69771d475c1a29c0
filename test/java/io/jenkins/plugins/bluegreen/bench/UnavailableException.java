package io.jenkins.plugins.bluegreen.bench;

/** A method can't be had on this machine. */
final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnavailableException(String why) {
        super(why);
    }
}
