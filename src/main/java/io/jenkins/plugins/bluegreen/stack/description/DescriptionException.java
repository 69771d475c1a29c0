package io.jenkins.plugins.bluegreen.stack.description;

/** A description is refused. The message is a sentence: which file and line, what stands there, and what is allowed. */
public final class DescriptionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DescriptionException(String message) {
        super(message);
    }
}
