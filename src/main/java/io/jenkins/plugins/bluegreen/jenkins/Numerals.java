package io.jenkins.plugins.bluegreen.jenkins;

import java.util.Locale;

/** Numbers as a reader's language writes them. */
final class Numerals {
    private static final int SECOND = 1000;

    private Numerals() {}

    /** How many: {@code 1,447}. */
    static String count(long number, Locale language) {
        return String.format(language, "%,d", number);
    }

    /** How long: {@code 999 ms}, {@code 1.5 s}. */
    static String seconds(long millis, Locale language) {
        return millis < SECOND ? millis + " ms" : String.format(language, "%.1f s", millis / (double) SECOND);
    }
}
