package hudson.model;

import jenkins.model.RunAction2;

public class ParametersAction implements RunAction2, Queue.QueueAction {
    ParametersAction() {}

    @Override
    public native String getIconFileName();

    @Override
    public native String getDisplayName();

    @Override
    public native String getUrlName();

    @Override
    public native void onAttached(Run<?, ?> run);

    @Override
    public native void onLoad(Run<?, ?> run);

    @Override
    public native boolean shouldSchedule(java.util.List<Action> actions);
}
