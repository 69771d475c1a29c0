package io.jenkins.plugins.bluegreen.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What only a shell would understand in a command that no shell runs. */
final class ShellSign {
    /** An ampersand amid a word may be one of an address's query, and a dollar sign at its end a pattern's. */
    private static final Pattern SIGN =
            Pattern.compile("&&|&(?=\\s|$)|\\|\\|?|[;<>`]|\\$\\(|\\$(?=[\\w{?#@*!$-])|\\n(?=\\s*\\S)");

    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*=");

    private ShellSign() {}

    /**
     * What stands at this place, which is outside of quotes, in words for a message: no more than the sign itself, since
     * what is around it may be secret.
     *
     * @param first whether the command's first word would begin here
     */
    static Optional<String> at(String line, int place, boolean first) {
        if (first && found(ASSIGNMENT, line, place).isPresent()) {
            return Optional.of("a variable's assignment");
        }
        return found(SIGN, line, place)
                .filter(sign -> !(first && sign.isBlank()))
                .map(sign -> sign.isBlank() ? "a line break" : "'" + sign + "'");
    }

    private static Optional<String> found(Pattern pattern, String line, int place) {
        Matcher matcher = pattern.matcher(line).region(place, line.length());
        return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
