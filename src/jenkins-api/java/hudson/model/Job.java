package hudson.model;

import hudson.util.RunList;

public abstract class Job<J extends Job<J, R>, R extends Run<J, R>> extends AbstractItem {
    Job() {}

    public native RunList<R> getBuilds();

    public abstract boolean isBuildable();
}
