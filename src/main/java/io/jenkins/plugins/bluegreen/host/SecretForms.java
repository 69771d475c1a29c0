package io.jenkins.plugins.bluegreen.host;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a secret can look in a log: as it is, line by line, quoted for a shell, for JSON or for an address, and in base64,
 * alone or as a part of something longer, such as {@code user:password}.
 */
final class SecretForms {
    private static final int SHORTEST = 3;
    private static final int SHORTEST_LINE = 4;

    /** Less than this of a base64 text is too likely to stand there by chance. */
    private static final int SHORTEST_BASE64 = 6;

    private SecretForms() {}

    static Stream<String> of(String value) {
        if (value.length() < SHORTEST) {
            return Stream.empty();
        }
        Stream<String> lines = value.lines().map(String::strip).filter(line -> line.length() >= SHORTEST_LINE);
        Stream<String> whole = Stream.of(value, value.strip()).filter(text -> text.length() >= SHORTEST);
        return Stream.concat(whole, lines).flatMap(SecretForms::written).filter(form -> !form.isBlank());
    }

    private static Stream<String> written(String text) {
        String standard = json(text, '\uffff', "\\u%04x");
        return Stream.of(
                        Stream.of(text, text.replace("'", "'\\''"), text.replace("'", "'\"'\"'")),
                        Stream.of(
                                text.replaceAll("[\\\\\"$`]", "\\\\$0"),
                                text.replaceAll("[^A-Za-z0-9_/.,:=@%+-]", "\\\\$0")),
                        Stream.of(
                                standard,
                                standard.replace("/", "\\/"),
                                goJson(standard),
                                json(text, '~', "\\u%04x"),
                                json(text, '~', "\\u%04X")),
                        Stream.of(address(text), address(text).replace("+", "%20")),
                        alone(text.getBytes(StandardCharsets.UTF_8)),
                        inside(text.getBytes(StandardCharsets.UTF_8)))
                .flatMap(forms -> forms);
    }

    private static String address(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As in a JSON string: what must be escaped, and everything beyond the character {@code last} too. */
    private static String json(String text, char last, String escape) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> out.append(c < ' ' || c > last ? String.format(escape, (int) c) : c);
            }
        }
        return out.toString();
    }

    /** Go, in which Docker is written, also escapes what HTML would mind. */
    private static String goJson(String standard) {
        return standard.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    /** Alone, with its last character and its padding too. */
    private static Stream<String> alone(byte[] bytes) {
        return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                .flatMap(encoder -> Stream.of(encoder, encoder.withoutPadding()))
                .map(encoder -> encoder.encodeToString(bytes));
    }

    /** At each of the three places that it can have among the groups of base64, at the end and in the middle. */
    private static Stream<String> inside(byte[] bytes) {
        return IntStream.range(0, 3)
                .boxed()
                .flatMap(before -> {
                    byte[] shifted = new byte[before + bytes.length];
                    System.arraycopy(bytes, 0, shifted, before, bytes.length);
                    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
                    // The characters at the seams hold bits of the neighbours too.
                    String end = text.substring(before == 0 ? 0 : before + 1);
                    return Stream.of(end, shifted.length % 3 == 0 ? end : end.substring(0, end.length() - 1));
                })
                .filter(text -> text.length() >= SHORTEST_BASE64)
                .flatMap(text -> Stream.of(text, text.replace('+', '-').replace('/', '_')));
    }
}
