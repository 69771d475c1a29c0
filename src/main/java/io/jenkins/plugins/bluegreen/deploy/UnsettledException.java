package io.jenkins.plugins.bluegreen.deploy;

/** What failed could be neither undone nor finished: somebody has to look. */
final class UnsettledException extends DeploymentException {
    private static final long serialVersionUID = 1L;

    UnsettledException(String app, String settled, RuntimeException cause) {
        super(
                "A failed deployment of '" + app + "' could not be " + settled + ": " + cause.getMessage(),
                "",
                "",
                "Mend that, then run 'bluegreen unlock " + app
                        + "' or deploy again: either puts right what is unfinished.");
        initCause(cause);
    }
}
