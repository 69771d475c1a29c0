package io.jenkins.plugins.bluegreen.cli;

import io.jenkins.plugins.bluegreen.text.Quoted;
import java.util.stream.Collectors;

/** Text from elsewhere, fit for a terminal. */
final class Printed {
    private Printed() {}

    /** The text with its line breaks, without other control characters, cut after {@code longest} characters. */
    static String lines(String text, int longest) {
        return text.lines().map(line -> Quoted.plain(line, longest)).collect(Collectors.joining("\n"));
    }
}
