package io.jenkins.plugins.bluegreen.dotenv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads {@code .env} files as Docker Compose does (compose-go, package {@code dotenv}):
 *
 * <ul>
 *   <li>{@code NAME=value} and {@code NAME: value}, with or without {@code export} before it; blank lines and lines that
 *       start with {@code #} are skipped, as is a byte order mark;
 *   <li>unquoted values end at the line's end or at {@code " #"}, without spaces around them;
 *   <li>values in single quotes are literal, but for {@code \'}; in double quotes {@code \n \t \r \" \\ \$} and the like
 *       are escapes; both may have several lines;
 *   <li>unless in single quotes, {@code $NAME}, {@code ${NAME}}, {@code ${NAME:-default}}, {@code ${NAME-default}},
 *       {@code ${NAME:?error}}, {@code ${NAME?error}}, {@code ${NAME:+other}} and {@code ${NAME+other}} are replaced, from
 *       the environment first and from earlier lines second, those of earlier files too; {@code $$} is a dollar sign. A variable that isn't set is
 *       empty;
 *   <li>a name alone takes its value from the environment, and is left out where that has none.
 * </ul>
 *
 * <p>Stricter than Compose, where that would silently lose something: a name can't be empty or longer than 256
 * characters, a value can't hold a NUL character, and nothing but a comment may follow a closing quote.
 */
public final class DotEnv {
    private static final String EXPORT = "export";
    private static final int LONGEST_NAME = 256;

    private final Source source;
    private final Function<String, Optional<String>> environment;
    private final Map<String, String> earlier;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<UnsetVariable> unset = new ArrayList<>();

    private DotEnv(String text, Function<String, Optional<String>> environment, Map<String, String> earlier) {
        this.source = new Source(text.startsWith("\uFEFF") ? text.substring(1) : text);
        this.environment = environment;
        this.earlier = Map.copyOf(earlier);
    }

    /**
     * The variables in the file's order; of several with one name the last counts.
     *
     * @param environment what a variable outside of the file is set to
     * @throws DotEnvException at the first bad line
     */
    public static Map<String, String> parse(String text, Function<String, Optional<String>> environment) {
        return parse(text, environment, Map.of());
    }

    /** The same where other files came before this one, whose variables its values may name. */
    public static Map<String, String> parse(
            String text, Function<String, Optional<String>> environment, Map<String, String> earlier) {
        return new DotEnv(text, environment, earlier).parse();
    }

    /** Which variables the same text names that are set nowhere, in the order in which it does. */
    public static List<UnsetVariable> unset(
            String text, Function<String, Optional<String>> environment, Map<String, String> earlier) {
        DotEnv file = new DotEnv(text, environment, earlier);
        file.parse();
        return List.copyOf(file.unset);
    }

    private Map<String, String> parse() {
        while (source.toNextStatement()) {
            int line = source.line();
            skipExport();
            String name = name(line);
            if (source.takes('=') || source.takes(':')) {
                source.skipBlanks();
                values.put(name, withoutNul(value(line), line));
            } else {
                environment.apply(name).ifPresent(value -> values.put(name, value));
            }
        }
        return Collections.unmodifiableMap(values);
    }

    private void skipExport() {
        if (source.startsWith(EXPORT) && source.isBlank(EXPORT.length())) {
            source.skip(EXPORT.length());
            source.skipBlanks();
        }
    }

    private String name(int line) {
        String name = Source.withoutTrailingSpace(source.upTo(c -> c == '=' || c == ':' || c == '\n'));
        if (name.isEmpty()) {
            throw new DotEnvException(line, "a variable's name is missing.");
        }
        if (!name.codePoints().allMatch(DotEnv::isOfName)) {
            throw new DotEnvException(
                    line,
                    "this is no variable's name; names have letters, digits, _ . - [ ] only, and a = after them.");
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new DotEnvException(line, "a variable's name is longer than " + LONGEST_NAME + " characters.");
        }
        return name;
    }

    /** No process can be given such a value. The name stays out of the message: in a bad file it may be part of a secret. */
    private static String withoutNul(String value, int line) {
        if (value.indexOf('\0') >= 0) {
            throw new DotEnvException(line, "the value has a NUL character in it, which no environment can hold.");
        }
        return value;
    }

    private static boolean isOfName(int c) {
        int type = Character.getType(c);
        return Character.isLetter(c)
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER
                || "_.-[]".indexOf(c) >= 0;
    }

    private String value(int line) {
        Expansion expansion = new Expansion(line, this::lookUp, unset::add);
        if (source.takes('\'')) {
            return quoted('\'', line);
        }
        if (source.takes('"')) {
            return expansion.of(Escapes.replace(quoted('"', line)));
        }
        String rest = source.upTo(c -> c == '\n');
        int comment = rest.indexOf(" #");
        return expansion.of(Source.withoutTrailingSpace(comment < 0 ? rest : rest.substring(0, comment)));
    }

    private Optional<String> lookUp(String name) {
        return environment
                .apply(name)
                .or(() -> Optional.ofNullable(values.get(name)))
                .or(() -> Optional.ofNullable(earlier.get(name)));
    }

    /** What stands between quotes, without the backslashes before quotes of this kind, but with all others. */
    private String quoted(char quote, int line) {
        StringBuilder text = new StringBuilder();
        while (!source.takes(quote)) {
            if (source.atEnd()) {
                throw new DotEnvException(line, "a value that starts with a quote has no closing quote.");
            }
            char c = source.next();
            if (c != '\\' || source.atEnd()) {
                text.append(c);
                continue;
            }
            char escaped = source.next();
            if (escaped != quote) {
                text.append(c);
            }
            text.append(escaped);
        }
        refuseRest(line);
        return text.toString();
    }

    private void refuseRest(int line) {
        source.skipBlanks();
        if (!source.atEnd() && !source.startsWith("\n") && !source.startsWith("#")) {
            throw new DotEnvException(line, "something other than a comment follows a closing quote.");
        }
    }
}
