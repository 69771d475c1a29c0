package io.jenkins.plugins.bluegreen.jenkins.fields;

import org.jvnet.localizer.Localizable;
import org.jvnet.localizer.ResourceBundleHolder;

/** Texts that Java code shows, in the language of whoever looks. */
public final class Texts {
    private Texts() {}

    /** The text with this key in {@code Texts.properties}. */
    public static String of(String key) {
        return ResourceBundleHolder.get(Texts.class).format(key);
    }

    /** The same, to be put into words later. */
    public static Localizable later(String key) {
        return new Localizable(ResourceBundleHolder.get(Texts.class), key);
    }
}
