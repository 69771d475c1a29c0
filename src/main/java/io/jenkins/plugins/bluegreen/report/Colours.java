package io.jenkins.plugins.bluegreen.report;

import java.util.List;

/** Colours that stand out, by 3:1 at least, from a white page and from a nearly black one. */
final class Colours {
    static final String PHASE = "#6b7f99";
    static final String ANSWERED = "#6b7f99";
    static final String LOST = "#d9383a";
    static final String LATENCY = "#8a63d2";
    static final String NO_VERSION = "#808080";
    private static final List<String> VERSIONS =
            List.of("#2f7fd0", "#23935a", "#b8720c", "#8a63d2", "#b04f8f", "#0e8c99");

    private Colours() {}

    /** The colour of the so manieth version: blue, green, and others. */
    static String version(int index) {
        return VERSIONS.get(index % VERSIONS.size());
    }
}
