package io.jenkins.plugins.bluegreen.settings;

import io.jenkins.plugins.bluegreen.text.Quoted;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Brings the texts given for a setting into the one form that {@link Given} holds. */
final class Texts {
    private final Path folder;

    /** Relative paths count from {@code folder}. */
    Texts(Path folder) {
        this.folder = folder;
    }

    /** One text given for a setting, where a single one may stand. */
    List<String> single(Key key, String text, String origin) {
        return switch (key.kind()) {
            case WORDS -> words(text, origin);
            case PATH, PATHS -> List.of(path(text, origin));
            case VOLUMES -> List.of(volume(text, origin));
            case PAIRS -> List.of(pair(text, origin));
            case HEADERS -> List.of(header(text, origin));
            case TEXT, NUMBER, DECIMAL, DURATION, FLAG, LIST -> List.of(text);
        };
    }

    /** One text of several in a list of the file. */
    String item(Key key, String text, String origin) {
        return key.kind() == Kind.WORDS ? text : single(key, text, origin).get(0);
    }

    private static List<String> words(String text, String origin) {
        Words line = Words.in(text);
        List<String> words = line.split()
                .orElseThrow(() ->
                        new SettingsException(origin + " has a quote that isn't closed, or ends in a backslash."));
        if (words.isEmpty()) {
            throw new SettingsException(origin + " is empty: it needs a command, or leave it out.");
        }
        line.shellSign().ifPresent(sign -> {
            throw new SettingsException(origin + " has " + sign + " outside of quotes, which only a shell understands,"
                    + " and no shell runs it. Write \"sh -c '…'\" around the whole where a shell is meant, or quotes"
                    + " around what means itself.");
        });
        return words;
    }

    private static String pair(String text, String origin) {
        if (Given.nameOf(text).isBlank()) {
            throw new SettingsException(origin + " must be NAME=VALUE, but the name is missing.");
        }
        return text;
    }

    private static String header(String text, String origin) {
        int colon = text.indexOf(':');
        if (colon < 1 || text.substring(0, colon).contains("=")) {
            throw new SettingsException(origin + " must be written 'Name: value'.");
        }
        return text.substring(0, colon).strip() + "="
                + text.substring(colon + 1).strip();
    }

    private String path(String text, String origin) {
        if (text.contains("://") || text.startsWith("git@") || text.isEmpty()) {
            return text;
        }
        try {
            return folder.resolve(text).normalize().toString();
        } catch (InvalidPathException e) {
            throw new SettingsException(origin + ": " + Quoted.of(text) + " is no path that this system can have.");
        }
    }

    /** Docker itself takes only absolute paths and names of volumes. */
    private String volume(String text, String origin) {
        int colon = text.indexOf(':');
        if (!text.startsWith(".") || colon < 0) {
            return text;
        }
        return path(text.substring(0, colon), origin) + text.substring(colon);
    }
}
