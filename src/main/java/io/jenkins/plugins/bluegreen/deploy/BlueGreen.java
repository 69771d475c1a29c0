package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Docker;

/** Deployments on one Docker host. Stub: the algorithm follows. */
public final class BlueGreen {

    public BlueGreen(Docker docker, Progress progress) {}

    /**
     * Deploys. Blocks until the new version is live and the old one stopped, or everything is as it was.
     *
     * <p>Interrupting the thread calls the deployment off: what has been done is undone, and the report says CANCELLED.
     *
     * @return what happened, also where it failed
     */
    @SuppressWarnings("DoNotCallSuggester") // a stub
    public Report deploy(Deployment deployment) {
        throw new UnsupportedOperationException();
    }
}
