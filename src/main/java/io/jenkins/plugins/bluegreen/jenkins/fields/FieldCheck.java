package io.jenkins.plugins.bluegreen.jenkins.fields;

import hudson.AbortException;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.bluegreen.settings.Key;
import io.jenkins.plugins.bluegreen.settings.SettingsException;
import java.util.Optional;

/** Says while somebody types whether a field can be what it holds. Looks nothing up and has no effect. */
public final class FieldCheck {
    private FieldCheck() {}

    /** A field that may be empty. In one with several lines, and in any other, what holds a build variable can't be judged. */
    public static FormValidation optional(Item item, Key key, String value) {
        return FormPermission.mayConfigure(item) ? told(key.name(), Refusal.of(key, value)) : FormValidation.ok();
    }

    private static FormValidation told(String key, Optional<Refusal> refusal) {
        return refusal.map(it -> FormValidation.error(Texts.of("refused." + key, it.shown(), it.sentence())))
                .orElseGet(FormValidation::ok);
    }

    /** A field that must not be empty. */
    public static FormValidation required(Item item, Key key, String value) {
        if (!FormPermission.mayConfigure(item)) {
            return FormValidation.ok();
        }
        return Blank.toNull(value) == null ? FormValidation.error(Texts.of("required")) : optional(item, key, value);
    }

    /** A field of a health check, beside which the form's own "health path" must be empty. */
    public static FormValidation insteadOfHealth(Item item, Key key, String value, String health) {
        if (Blank.toNull(health) != null && FormPermission.mayConfigure(item)) {
            return FormValidation.error(Texts.of("twoChecks"));
        }
        return required(item, key, value);
    }

    /** What a value must be. */
    public interface Rule {
        /** Throws where it isn't that. */
        void check() throws AbortException;
    }

    /**
     * A field that may be empty, with a rule of Jenkins's own side before that of the setting.
     *
     * @param key which text says in other languages what is expected
     */
    public static FormValidation optional(Item item, String key, Rule rule, String value) {
        String given = Blank.toNull(value);
        return given == null || given.contains("$") || !FormPermission.mayConfigure(item)
                ? FormValidation.ok()
                : told(key, refused(rule, given));
    }

    private static Optional<Refusal> refused(Rule rule, String value) {
        try {
            rule.check();
            return Optional.empty();
        } catch (SettingsException | IllegalArgumentException | AbortException e) {
            return Optional.of(Refusal.of(value, e));
        }
    }
}
