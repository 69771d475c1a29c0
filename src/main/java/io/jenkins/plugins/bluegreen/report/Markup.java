package io.jenkins.plugins.bluegreen.report;

/** Writes HTML and SVG, in which every text and attribute value is escaped. Not thread-safe. */
final class Markup {
    private final StringBuilder out = new StringBuilder(4096);

    /** Opens an element; attributes are names and values in turn. */
    Markup open(String tag, Object... attributes) {
        start(tag, attributes);
        out.append('>');
        return this;
    }

    /** Closes the innermost open element, which the caller names. */
    Markup close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    /** An element without content. */
    Markup empty(String tag, Object... attributes) {
        start(tag, attributes);
        out.append("/>");
        return this;
    }

    /** An element with a text. */
    Markup element(String tag, String text, Object... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /** A text. */
    Markup text(String text) {
        text.chars().forEach(this::escaped);
        return this;
    }

    /** What has been written elsewhere. */
    Markup add(Markup other) {
        out.append(other.out);
        return this;
    }

    /** Our own text that needs no escaping: the style sheet. */
    Markup constant(String text) {
        out.append(text);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void start(String tag, Object... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            text(shown(attributes[i + 1]));
            out.append('"');
        }
    }

    private static String shown(Object value) {
        return value instanceof Double number ? Figures.coordinate(number) : value.toString();
    }

    private void escaped(int character) {
        switch (character) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '\n', '\t' -> out.append((char) character);
            case '\r' -> {
                // A line end is told by its line feed.
            }
            default -> out.append(Character.isISOControl(character) ? '\uFFFD' : (char) character);
        }
    }
}
