package hudson.model;

import jenkins.model.RunAction2;

public class CauseAction implements RunAction2 {
    public CauseAction(Cause cause) {}

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
}
