package hudson.model;

import java.io.File;

public abstract class AbstractItem extends Actionable implements Item {
    AbstractItem() {}

    @Override
    public final native String getFullName();

    public native File getRootDir();
}
