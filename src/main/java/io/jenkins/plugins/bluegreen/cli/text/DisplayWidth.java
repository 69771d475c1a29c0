package io.jenkins.plugins.bluegreen.cli.text;

/** How many columns of a terminal a text takes: none for combining marks, two for wide East Asian characters and emoji. */
public final class DisplayWidth {
    private DisplayWidth() {}

    /** The columns of a text. */
    public static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    private static int of(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default -> wide(point) ? 2 : 1;
        };
    }

    /** The blocks that Unicode's annex 11 (East Asian Width) calls wide, roughly. */
    private static boolean wide(int point) {
        return (point >= 0x1100 && point <= 0x115f)
                || (point >= 0x2e80 && point <= 0xa4cf)
                || (point >= 0xac00 && point <= 0xd7a3)
                || (point >= 0xf900 && point <= 0xfaff)
                || (point >= 0xfe30 && point <= 0xfe6f)
                || (point >= 0xff00 && point <= 0xff60)
                || (point >= 0xffe0 && point <= 0xffe6)
                || (point >= 0x1f300 && point <= 0x1faff)
                || (point >= 0x20000 && point <= 0x3fffd);
    }

    /** The text, cut where it would take more than {@code columns}; an ellipsis says so. */
    public static String clip(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int room = columns - 1;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            room -= of(point);
            if (room < 0) {
                break;
            }
            kept.appendCodePoint(point);
            at += Character.charCount(point);
        }
        return columns < 1 ? "" : kept + "…";
    }

    /** The text, followed by spaces up to {@code columns}. */
    public static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }
}
