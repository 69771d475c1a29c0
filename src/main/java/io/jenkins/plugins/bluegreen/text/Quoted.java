package io.jenkins.plugins.bluegreen.text;

/** Text that a user gave, made fit for a message: on one line, without control characters, not too long. */
public final class Quoted {
    private static final int LONGEST = 80;

    private Quoted() {}

    /** The text in single quotes. */
    public static String of(String text) {
        return "'" + plain(text, LONGEST) + "'";
    }

    /** The text without quotes, control characters shown as {@code \\u001b}, cut after {@code longest} characters. */
    public static String plain(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(longest).forEach(point -> {
            if (invisible(point)) {
                shown.append(String.format("\\u%04x", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return text.codePointCount(0, text.length()) > longest ? shown + "…" : shown.toString();
    }

    /** Control and format characters, line breaks and halves of surrogate pairs: they can forge what a terminal shows. */
    private static boolean invisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
