package io.jenkins.plugins.bluegreen.jenkins.fields;

import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.bluegreen.settings.Key;
import io.jenkins.plugins.bluegreen.settings.SettingCheck;
import io.jenkins.plugins.bluegreen.settings.SettingsException;

/** Says while somebody types whether a field can be what it holds. Looks nothing up and has no effect. */
public final class FieldCheck {
    private FieldCheck() {}

    /** A field that may be empty. */
    public static FormValidation optional(Item item, Key key, String value) {
        boolean unknowable = Blank.toNull(value) == null || value.contains("$");
        return unknowable || !FormPermission.mayConfigure(item) ? FormValidation.ok() : checked(key, value.strip());
    }

    /** A field that must not be empty. */
    public static FormValidation required(Item item, Key key, String value) {
        if (!FormPermission.mayConfigure(item)) {
            return FormValidation.ok();
        }
        return Blank.toNull(value) == null ? FormValidation.error(Texts.of("required")) : optional(item, key, value);
    }

    private static FormValidation checked(Key key, String value) {
        try {
            SettingCheck.check(key, "This", value);
            return FormValidation.ok();
        } catch (SettingsException | IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
