package io.jenkins.plugins.bluegreen.docker;

/** Docker refused or failed. The message holds the command without its secrets, and what Docker said. */
public final class DockerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean engineUnreachable;

    public DockerException(String message, boolean engineUnreachable) {
        super(message);
        this.engineUnreachable = engineUnreachable;
    }

    /** True where no engine answered, which can pass: an engine restarts within seconds. */
    public boolean engineUnreachable() {
        return engineUnreachable;
    }

    /** True where a container was to get a name that another one bears. */
    public boolean nameInUse() {
        return getMessage().contains("is already in use");
    }
}
