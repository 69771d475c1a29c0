package io.jenkins.plugins.bluegreen.meter;

import java.io.IOException;

/** A request was lost. The message is the reason as it appears in {@link Sample#fault()}. */
final class LostException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean unanswered;

    private LostException(String reason, boolean unanswered, Throwable cause) {
        super(reason, cause);
        this.unanswered = unanswered;
    }

    /** The peer closed or reset the connection before the first byte of an answer. */
    static LostException unanswered(Throwable cause) {
        return new LostException("connection closed without an answer", true, cause);
    }

    /** Any other reason. */
    static LostException because(String reason, Throwable cause) {
        return new LostException(reason, false, cause);
    }

    /** Whether a client may send the request again if the connection had been used before. */
    boolean repeatable() {
        return unanswered;
    }
}
