package io.jenkins.plugins.bluegreen.dotenv;

import java.util.function.IntPredicate;

/** A file's text and how far it has been read. Spaces are what Go calls so, which Compose is written in. */
final class Source {
    private static final char NEXT_LINE = '\u0085';
    private static final char NO_BREAK_SPACE = '\u00a0';

    private final String text;
    private int at;
    private int line = 1;

    Source(String text) {
        this.text = text;
    }

    /** The current line's number, from 1. */
    int line() {
        return line;
    }

    boolean atEnd() {
        return at == text.length();
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, at);
    }

    /** Whether a space stands this many characters further on. */
    boolean isBlank(int ahead) {
        return at + ahead < text.length() && isBlank(text.charAt(at + ahead));
    }

    /** Reads one character; not at the end. */
    char next() {
        char c = text.charAt(at++);
        if (c == '\n') {
            line++;
        }
        return c;
    }

    /** Reads this character, if it comes next. */
    boolean takes(char expected) {
        if (atEnd() || text.charAt(at) != expected) {
            return false;
        }
        next();
        return true;
    }

    void skip(int characters) {
        for (int i = 0; i < characters; i++) {
            next();
        }
    }

    /** Reads spaces on this line. */
    void skipBlanks() {
        while (isBlank(0)) {
            next();
        }
    }

    /** Reads everything before the first such character or the end. */
    String upTo(IntPredicate end) {
        int start = at;
        while (!atEnd() && !end.test(text.charAt(at))) {
            next();
        }
        return text.substring(start, at);
    }

    /** Reads blank lines and comments; false where nothing else is left. */
    boolean toNextStatement() {
        upTo(c -> !isSpace((char) c));
        while (startsWith("#")) {
            upTo(c -> c == '\n');
            upTo(c -> !isSpace((char) c));
        }
        return !atEnd();
    }

    static String withoutTrailingSpace(String value) {
        int end = value.length();
        while (end > 0 && isSpace(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(0, end);
    }

    private static boolean isBlank(char c) {
        return c == ' '
                || c == '\t'
                || c == '\u000b'
                || c == '\f'
                || c == '\r'
                || c == NEXT_LINE
                || c == NO_BREAK_SPACE;
    }

    private static boolean isSpace(char c) {
        return isBlank(c) || c == '\n' || Character.isSpaceChar(c);
    }
}
