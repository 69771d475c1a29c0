package io.jenkins.plugins.bluegreen.deploy;

/** Another deployment of the app holds the lock, for longer than one was willing to wait. */
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

    private LockTimeoutException(String what, String advice) {
        super(what, advice);
    }

    /** For those who don't wait for a living holder. */
    static LockTimeoutException living(String app, String holder) {
        return new LockTimeoutException(
                "A deployment of '" + app + "' is under way and alive: " + holder + " holds its lock.",
                "Let it end, or stop it where it runs. If it hangs, '--force' takes the lock away from it: it then stops"
                        + " where it is, and what it had begun is finished or undone right away.");
    }
}
