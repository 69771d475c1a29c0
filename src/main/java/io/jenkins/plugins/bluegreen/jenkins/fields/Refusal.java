package io.jenkins.plugins.bluegreen.jenkins.fields;

import io.jenkins.plugins.bluegreen.settings.Key;
import io.jenkins.plugins.bluegreen.settings.SettingCheck;
import io.jenkins.plugins.bluegreen.settings.SettingsException;
import io.jenkins.plugins.bluegreen.text.Quoted;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a field can't be what it holds.
 *
 * @param shown what is refused, without what may be secret in it
 * @param sentence the engine's, in English
 */
public record Refusal(String shown, String sentence) {
    private static final int LONGEST = 60;
    private static final String FIELD = "This";

    /** Of one value, or of several lines the first that is refused; empty where all are fine or, with a variable, nobody knows. */
    static Optional<Refusal> of(Key key, String value) {
        List<String> known = known(key, value);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        return Stream.concat(known.stream().map(List::of), Stream.of(known))
                .flatMap(lines -> refused(lines, () -> SettingCheck.check(key, FIELD, lines)).stream())
                .findFirst();
    }

    private static List<String> known(Key key, String value) {
        String given = value == null ? "" : value;
        return (key.kind().repeats() ? given.lines() : Stream.of(given))
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !text.contains("$"))
                .toList();
    }

    private static Optional<Refusal> refused(List<String> values, Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (SettingsException | IllegalArgumentException e) {
            return Optional.of(of(values.get(0), e));
        }
    }

    /** That of a value with a reason. */
    static Refusal of(String value, Exception reason) {
        String sentence = reason.getMessage().replaceFirst("^" + FIELD + ": ", "");
        return new Refusal(
                Quoted.plain(value.replaceFirst("(?s)=.*", "=…"), LONGEST),
                sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1));
    }

    /**
     * For a value that no form has checked.
     *
     * @throws IllegalArgumentException where it is refused, with the form's sentence
     */
    public static void check(Key key, String value) {
        of(key, value).ifPresent(refusal -> {
            throw new IllegalArgumentException(refusal.sentence());
        });
    }
}
