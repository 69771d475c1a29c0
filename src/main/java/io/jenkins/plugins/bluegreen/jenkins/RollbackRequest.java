package io.jenkins.plugins.bluegreen.jenkins;

import hudson.EnvVars;
import hudson.model.Action;
import hudson.model.EnvironmentContributingAction;
import hudson.model.InvisibleAction;
import hudson.model.Queue;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Sits in a build that somebody has started to go back: when its deploy step for this app is reached, the step brings the
 * kept version live instead of deploying. So the way back has the same agent, wrappers, credentials and log as a deploy.
 */
public final class RollbackRequest extends InvisibleAction implements Queue.QueueAction, EnvironmentContributingAction {
    private final String app;
    private final String version;
    private final ArrayList<String> others;

    /**
     * @param others what else the job's builds deploy
     */
    RollbackRequest(String app, String version, Set<String> others) {
        this.app = app;
        this.version = version;
        this.others = new ArrayList<>(others);
    }

    /** The app. */
    public String getApp() {
        return app;
    }

    /** The kept version to go back to. */
    public String getVersion() {
        return version;
    }

    /** Whether the job deploys this app too: it is then left as it is. */
    boolean leavesAlone(String other) {
        return others.contains(other);
    }

    /** For jobs that want to leave out what they need for a deploy alone. */
    @Override
    public void buildEnvironment(Run<?, ?> run, EnvVars variables) {
        variables.put("BLUE_GREEN_ROLLBACK", version);
    }

    /** Jenkins would fold it into a build of the job that waits already, and that one into it: neither is the other's. */
    @Override
    public boolean shouldSchedule(List<Action> actions) {
        return true;
    }
}
