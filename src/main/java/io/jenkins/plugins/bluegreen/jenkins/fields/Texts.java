package io.jenkins.plugins.bluegreen.jenkins.fields;

import java.util.Locale;
import org.jvnet.localizer.Localizable;
import org.jvnet.localizer.ResourceBundleHolder;

/** Texts that Java code shows, in the language of whoever looks. */
public final class Texts {
    private Texts() {}

    /** The text with this key in {@code Texts.properties}, with these in the place of {0}, {1} … */
    public static String of(String key, Object... arguments) {
        return ResourceBundleHolder.get(Texts.class).format(key, arguments);
    }

    /** The same, to be put into words later. */
    public static Localizable later(String key) {
        return new Localizable(ResourceBundleHolder.get(Texts.class), key);
    }

    /** The language that they are in. */
    public static Locale language() {
        return Locale.forLanguageTag(of("language"));
    }
}
