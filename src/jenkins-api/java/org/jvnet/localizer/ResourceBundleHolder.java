package org.jvnet.localizer;

import java.io.Serializable;

public final class ResourceBundleHolder implements Serializable {
    ResourceBundleHolder() {}

    public static native ResourceBundleHolder get(Class<?> owner);

    public native String format(String key, Object... args);
}
