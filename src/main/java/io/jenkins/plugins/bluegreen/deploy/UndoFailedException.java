package io.jenkins.plugins.bluegreen.deploy;

/** What failed could not be undone either: somebody has to look. */
final class UndoFailedException extends DeploymentException {
    private static final long serialVersionUID = 1L;

    UndoFailedException(String app, RuntimeException cause) {
        super(
                "A failed deployment of '" + app + "' could not be undone: " + cause.getMessage(),
                "",
                "",
                "Mend that, then run 'bluegreen unlock " + app
                        + "' or deploy again: either puts right what is unfinished.");
        initCause(cause);
    }
}
