package io.jenkins.plugins.bluegreen.host;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * Takes secrets out of text before anyone sees it: each value, its single lines, and the forms in which programs and
 * shells print it (see {@link SecretForms}). What isn't covered: values shorter than 3 characters, which would turn every
 * text into asterisks, and any other way to encode one. Immutable.
 */
public final class Mask {
    private static final String ASTERISKS = "****";

    private final List<String> forms;

    private Mask(List<String> forms) {
        this.forms = forms;
    }

    /** A mask for these secrets. */
    public static Mask of(Collection<Secret> secrets) {
        return new Mask(secrets.stream()
                .flatMap(secret -> SecretForms.of(secret.reveal()))
                .distinct()
                .toList());
    }

    /**
     * The text with asterisks where a secret stood. Secrets that overlap or touch become one run of asterisks, so that of
     * two where one begins with the other nothing of the longer remains.
     */
    public String apply(String text) {
        BitSet hidden = new BitSet(text.length());
        for (String form : forms) {
            for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
                hidden.set(at, at + form.length());
            }
        }
        return hidden.isEmpty() ? text : without(hidden, text);
    }

    private static String without(BitSet hidden, String text) {
        StringBuilder shown = new StringBuilder(text.length());
        int at = 0;
        for (int from = hidden.nextSetBit(0); from >= 0; from = hidden.nextSetBit(at)) {
            shown.append(text, at, from).append(ASTERISKS);
            at = hidden.nextClearBit(from);
        }
        return shown.append(text, at, text.length()).toString();
    }

    @Override
    public String toString() {
        return "Mask of " + forms.size() + " forms";
    }
}
