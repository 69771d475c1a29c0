package org.jvnet.localizer;

import java.util.Locale;

public abstract class LocaleProvider {
    public LocaleProvider() {}

    public static native Locale getLocale();
}
