package io.jenkins.plugins.bluegreen.cli.terminal;

/** Colours for a terminal, or none. */
record Style(boolean colours) {
    String good(String text) {
        return in("32", text);
    }

    String bad(String text) {
        return in("31", text);
    }

    String warning(String text) {
        return in("33", text);
    }

    String faint(String text) {
        return in("2", text);
    }

    private String in(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
