package io.jenkins.plugins.bluegreen.jenkins.fields;

import java.util.ResourceBundle;
import org.jvnet.localizer.LocaleProvider;

/** Texts that Java code shows, in the language of whoever looks. */
public final class Texts {
    private Texts() {}

    /** The text with this key in {@code names.properties}. */
    public static String of(String key) {
        return ResourceBundle.getBundle(
                        Texts.class.getPackageName() + ".names",
                        LocaleProvider.getLocale(),
                        Texts.class.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
    }
}
