package io.jenkins.plugins.bluegreen.deploy;

/** Somebody took the lock away, so nothing may be changed any more: another deployment may be under way. */
final class LockLostException extends DeploymentException {
    private static final long serialVersionUID = 1L;

    LockLostException(String app) {
        super(
                "The lock of '" + app + "' was taken away while this deployment ran, so it stopped where it was.",
                "Whoever took it, or else the next deployment, puts things right.");
    }
}
