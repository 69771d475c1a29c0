package io.jenkins.plugins.bluegreen.jenkins;

import hudson.model.InvisibleAction;

/**
 * Sits in a build that somebody has started to go back: when its deploy step for this app is reached, the step brings the
 * kept version live instead of deploying. So the way back has the same agent, wrappers, credentials and log as a deploy.
 */
public final class RollbackRequest extends InvisibleAction {
    private final String app;
    private final String version;

    RollbackRequest(String app, String version) {
        this.app = app;
        this.version = version;
    }

    /** The app. */
    public String getApp() {
        return app;
    }

    /** The kept version to go back to. */
    public String getVersion() {
        return version;
    }
}
