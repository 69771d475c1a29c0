package io.jenkins.plugins.bluegreen.deploy;

/** Another deployment of the app held the lock for longer than one was willing to wait. */
public final class LockTimeoutException extends DeploymentException {
    private static final long serialVersionUID = 1L;

    LockTimeoutException(String app, String holder, long waitedSeconds) {
        super(
                "Another deployment of '" + app + "' is under way: " + holder + ".",
                "waited " + waitedSeconds + " s for its lock",
                "",
                "Try again when it has ended, or wait longer (lock wait). If it hangs, 'unlock --force' takes the lock away"
                        + " from it.");
    }
}
