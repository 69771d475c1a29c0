package hudson.model;

public abstract class Actionable {
    public Actionable() {}

    public native void addAction(Action action);
}
