package io.jenkins.plugins.bluegreen.deploy;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one option may hold.
 *
 * @param option its name
 * @param pattern what all of a value must match
 * @param allowed the same in words, to follow "allowed is"
 */
record Rule(String option, Pattern pattern, String allowed) {
    static Rule of(String option, String pattern, String allowed) {
        return new Rule(option, Pattern.compile(pattern), allowed);
    }

    void check(String value) {
        if (!allows(value)) {
            throw refusal(value);
        }
    }

    void check(Optional<String> value) {
        value.ifPresent(this::check);
    }

    void check(Collection<String> values) {
        values.forEach(this::check);
    }

    boolean allows(String value) {
        return pattern.matcher(value).matches();
    }

    InvalidDeploymentException refusal(String value) {
        return InvalidDeploymentException.of(option, value, allowed);
    }
}
