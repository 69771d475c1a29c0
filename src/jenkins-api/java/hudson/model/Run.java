package hudson.model;

import java.io.File;
import java.io.IOException;

public abstract class Run<J extends Job<J, R>, R extends Run<J, R>> extends Actionable {
    Run() {}

    public native String getExternalizableId();

    public native String getFullDisplayName();

    public native int getNumber();

    public native J getParent();

    public native File getRootDir();

    public native String getUrl();

    public native void save() throws IOException;
}
