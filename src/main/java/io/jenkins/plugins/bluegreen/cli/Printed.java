package io.jenkins.plugins.bluegreen.cli;

import io.jenkins.plugins.bluegreen.text.Quoted;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text from elsewhere, fit for a terminal. */
final class Printed {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private Printed() {}

    /** The text with its line breaks, without colours and other control characters, each line cut after {@code longest}. */
    static String lines(String text, int longest) {
        return COLOUR.matcher(text)
                .replaceAll("")
                .lines()
                .map(line -> Quoted.plain(line, longest))
                .collect(Collectors.joining("\n"));
    }
}
