package io.jenkins.plugins.bluegreen.settings;

/** What a setting looks like, on the command line and in the file. */
public enum Kind {
    /** One text, taken as it is. */
    TEXT("a text"),
    /** A file or folder; in the file relative to it, on the command line to the current folder. */
    PATH("a path"),
    /** Several of those. */
    PATHS("a path or a list of paths"),
    /** A whole number. */
    NUMBER("a whole number"),
    /** A number that may have a fraction. */
    DECIMAL("a number"),
    /** As Compose writes it. */
    DURATION("a duration such as 500ms, 12s or 1m30s"),
    /** Yes or no. */
    FLAG("true or false"),
    /** Several texts. */
    LIST("a list of texts"),
    /** Volumes: a source that starts with a dot is a path. */
    VOLUMES("a list of source:target[:mode]"),
    /** A program and its arguments: one line, split at spaces outside of quotes, or a list. */
    WORDS("a command: a text or a list of words"),
    /** Names with values. */
    PAIRS("a mapping of names to values, or a list of NAME=VALUE"),
    /** HTTP headers: pairs, written {@code Name: value} on the command line. */
    HEADERS("a mapping of header names to values");

    private final String expected;

    Kind(String expected) {
        this.expected = expected;
    }

    /** What belongs there, for messages. */
    public String expected() {
        return expected;
    }

    /** Whether the option may be given several times. */
    public boolean repeats() {
        return switch (this) {
            case PATHS, LIST, VOLUMES, PAIRS, HEADERS -> true;
            default -> false;
        };
    }

    /** Whether the file may hold a list. */
    boolean list() {
        return this == WORDS || (repeats() && this != HEADERS);
    }

    /** Whether layers add up by name instead of replacing each other. */
    boolean named() {
        return this == PAIRS || this == HEADERS;
    }
}
