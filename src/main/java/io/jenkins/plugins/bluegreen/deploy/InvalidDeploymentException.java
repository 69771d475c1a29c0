package io.jenkins.plugins.bluegreen.deploy;

/** A description that can't be carried out. The message is one sentence: which option, what is wrong, what is allowed. */
public final class InvalidDeploymentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidDeploymentException(String message) {
        super(message);
    }
}
