package io.jenkins.plugins.bluegreen.liveness;

import java.util.Optional;

/** A container didn't become ready, or didn't stay so. The message is a sentence; the parts are for reports. */
public final class NotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String expected;
    private final String seen;
    private final int attempts;
    private final Integer exitCode;

    /** What ended the waiting. */
    public enum Reason {
        /** Too few good answers in a row before the deadline. */
        DEADLINE,
        /** Its process ended. */
        EXITED,
        /** Its process ended for want of memory. */
        OUT_OF_MEMORY,
        /** Its process ended and Docker started it again. */
        RESTARTED,
        /** The container was removed. */
        REMOVED,
        /** It had been ready, and then gave too many bad answers in a row. */
        UNWELL
    }

    NotReadyException(String message, Reason reason, String expected, Progress progress, Optional<Integer> exitCode) {
        super(message);
        this.reason = reason;
        this.expected = expected;
        this.seen = progress.seen();
        this.attempts = progress.attempts();
        this.exitCode = exitCode.orElse(null);
    }

    /**
     * How far it had come.
     *
     * @param attempts questions asked
     * @param seen the last answer; empty where there was none
     */
    record Progress(int attempts, String seen) {}

    /** What ended the waiting. */
    public Reason reason() {
        return reason;
    }

    /** What was asked and which answer would have been good: {@code GET /health, expecting 200-299}. */
    public String expected() {
        return expected;
    }

    /** The last answer; empty where there was none. */
    public String seen() {
        return seen;
    }

    /** Questions asked. */
    public int attempts() {
        return attempts;
    }

    /** What was asked, how often, and what was seen last, in a sentence; empty where nothing was asked. */
    public String evidence() {
        return attempts == 0
                ? ""
                : "Asked " + (attempts == 1 ? "once" : attempts + " times") + ": " + expected + ". Last answer: " + seen
                        + ".";
    }

    /** How its process ended; empty where it still runs or nobody knows. */
    public Optional<Integer> exitCode() {
        return Optional.ofNullable(exitCode);
    }
}
