package io.jenkins.plugins.bluegreen.deploy;

import java.util.stream.Collectors;

/** A description that can't be carried out. The message is one sentence: which option, what is wrong, what is allowed. */
public final class InvalidDeploymentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_SHOWN = 60;

    public InvalidDeploymentException(String message) {
        super(message);
    }

    /** A value that isn't allowed, shown on one line whatever it holds. Never for a value that may be secret. */
    static InvalidDeploymentException of(String option, String value, String allowed) {
        return new InvalidDeploymentException(option + " can't be " + shown(value) + "; allowed is " + allowed + ".");
    }

    /** In quotes, cut, and with everything escaped that isn't a letter, a digit or a sign one can see. */
    static String shown(String value) {
        String cut = value.codePoints()
                .limit(LONGEST_SHOWN)
                .mapToObj(InvalidDeploymentException::visible)
                .collect(Collectors.joining());
        return "'" + cut + (value.codePointCount(0, value.length()) > LONGEST_SHOWN ? "…" : "") + "'";
    }

    private static String visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                c == '\n' ? "\\n" : c == '\t' ? "\\t" : String.format("\\u%04x", c);
            default -> c == '\'' || c == '\\' ? "\\" + (char) c : Character.toString(c);
        };
    }
}
