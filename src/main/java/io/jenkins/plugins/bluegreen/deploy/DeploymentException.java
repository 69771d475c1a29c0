package io.jenkins.plugins.bluegreen.deploy;

/** A deployment can't go on. Says what happened, what was expected and seen, and what to do. */
public class DeploymentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String seen;
    private final String log;
    private final String advice;

    /**
     * Tells why.
     *
     * @param what what happened, a sentence
     * @param seen what was expected and seen; may be empty
     * @param log the end of the container's log, masked; may be empty
     * @param advice what to do, a sentence; may be empty
     */
    public DeploymentException(String what, String seen, String log, String advice) {
        super(what);
        this.seen = seen;
        this.log = log;
        this.advice = advice;
    }

    /** Tells why, where no container is to blame. */
    public DeploymentException(String what, String advice) {
        this(what, "", "", advice);
    }

    /** What was expected and seen; may be empty. */
    public String seen() {
        return seen;
    }

    /** The end of the container's log, masked; may be empty. */
    public String log() {
        return log;
    }

    /** What to do; may be empty. */
    public String advice() {
        return advice;
    }
}
