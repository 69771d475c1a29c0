package io.jenkins.plugins.bluegreen.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a command written on one line into its words, as Compose does: at white space, with single and double quotes and
 * backslashes. Nothing is expanded, and no shell sees it; so what only a shell would understand is found, too.
 */
final class Words {
    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private final boolean complete;
    private Optional<String> shellSign = Optional.empty();
    private boolean inWord;
    private int at;

    private Words(String line) {
        this.line = line;
        this.complete = read();
    }

    /** The words in this line. */
    static Words in(String line) {
        return new Words(line);
    }

    /** The words; empty where a quote isn't closed or a backslash ends the line. */
    Optional<List<String>> split() {
        return complete ? Optional.of(List.copyOf(words)) : Optional.empty();
    }

    /**
     * What stands outside of quotes and only a shell would understand, such as {@code ;}, {@code &&} or {@code $}: the first
     * of it, in words for a message.
     */
    Optional<String> shellSign() {
        return shellSign;
    }

    private boolean read() {
        while (at < line.length()) {
            noteShellSign();
            if (!step(line.charAt(at++))) {
                return false;
            }
        }
        endWord();
        return true;
    }

    /** Only what stands outside of quotes is read step by step. */
    private void noteShellSign() {
        boolean first = words.isEmpty() && !inWord;
        shellSign = shellSign.or(() -> ShellSign.at(line, at, first));
    }

    private boolean step(char c) {
        if (Character.isWhitespace(c)) {
            endWord();
            return true;
        }
        inWord = true;
        if (c == '\'' || c == '"') {
            return quoted(c);
        }
        if (c == '\\') {
            return escaped();
        }
        word.append(c);
        return true;
    }

    private boolean quoted(char quote) {
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == quote) {
                return true;
            }
            if (c == '\\' && quote == '"' && at < line.length() && "\"\\".indexOf(line.charAt(at)) >= 0) {
                c = line.charAt(at++);
            }
            word.append(c);
        }
        return false;
    }

    private boolean escaped() {
        if (at == line.length()) {
            return false;
        }
        word.append(line.charAt(at++));
        return true;
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
