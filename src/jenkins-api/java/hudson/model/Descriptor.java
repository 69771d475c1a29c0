package hudson.model;

public abstract class Descriptor<T extends Describable<T>> implements Saveable {
    protected Descriptor() {}

    public native String getDisplayName();

    public native String getHelpFile(String fieldName);

    public native void load();

    @Override
    public native void save();
}
