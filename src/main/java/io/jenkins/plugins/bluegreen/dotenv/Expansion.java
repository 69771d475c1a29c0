package io.jenkins.plugins.bluegreen.dotenv;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the variables in one value.
 *
 * @param line the value's line, for messages
 * @param variables what they are set to
 * @param unset hears of those that aren't set, and have no default
 */
record Expansion(int line, Function<String, Optional<String>> variables, Consumer<UnsetVariable> unset) {
    private static final Pattern SURELY_MEANT = Pattern.compile("[A-Z_][A-Z0-9_]+");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern BRACED = Pattern.compile("(" + NAME + ")(?:(:?)([-?+])(.*))?", Pattern.DOTALL);

    /** Deeper than anyone nests defaults, and far from the end of the stack. */
    private static final int DEEPEST = 50;

    /** No process can be given more in one variable; lines that double each other get there soon. */
    private static final int LONGEST = 131_071;

    String of(String text) {
        return expand(text, 0);
    }

    private String expand(String text, int depth) {
        if (depth > DEEPEST) {
            throw new DotEnvException(line, "defaults are nested more than " + DEEPEST + " deep.");
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', at)) {
            out.append(text, at, dollar);
            at = replace(text, dollar, depth, out);
            if (out.length() > LONGEST) {
                throw new DotEnvException(
                        line,
                        "with its variables replaced the value is longer than " + LONGEST
                                + " characters, which is all that Linux takes.");
            }
        }
        return out.append(text, at, text.length()).toString();
    }

    /** Appends what stands for the dollar sign and what belongs to it, and returns where that ends. */
    private int replace(String text, int dollar, int depth, StringBuilder out) {
        int next = dollar + 1;
        if (text.startsWith("$", next)) {
            out.append('$');
            return next + 1;
        }
        if (text.startsWith("{", next)) {
            int end = closing(text, next);
            out.append(braced(text.substring(next + 1, end), depth));
            return end + 1;
        }
        Matcher name = NAME.matcher(text).region(next, text.length());
        if (name.lookingAt()) {
            boolean glued = dollar > 0 && Character.isLetterOrDigit(text.charAt(dollar - 1));
            boolean meant = !glued && SURELY_MEANT.matcher(name.group()).matches();
            out.append(variables.apply(name.group()).orElseGet(() -> nothing(name.group(), meant)));
            return name.end();
        }
        out.append('$');
        return next;
    }

    /** A password's own dollar sign makes a variable of what follows: only a name that was surely meant as one is told. */
    private String nothing(String name, boolean meant) {
        unset.accept(new UnsetVariable(line, Optional.of(name).filter(ignored -> meant)));

        return "";
    }

    private int closing(String text, int brace) {
        int open = 0;
        for (int at = brace; at < text.length(); at++) {
            if (text.charAt(at) == '{') {
                open++;
            } else if (text.charAt(at) == '}' && --open == 0) {
                return at;
            }
        }
        throw new DotEnvException(
                line, "a ${ has no closing }. Where it is meant literally, write $${ or single quotes.");
    }

    private String braced(String inside, int depth) {
        Matcher parts = BRACED.matcher(inside);
        if (!parts.matches()) {
            throw new DotEnvException(
                    line,
                    "what is between ${ and } is no variable. Where it is meant literally, write $${ or single quotes.");
        }
        Optional<String> value = variables.apply(parts.group(1));
        if (parts.group(3) == null) {
            return value.orElseGet(() -> nothing(parts.group(1), true));
        }
        boolean counts =
                value.isPresent() && !(parts.group(2).equals(":") && value.get().isEmpty());
        return switch (parts.group(3)) {
            case "-" -> counts ? value.get() : expand(parts.group(4), depth + 1);
            case "+" -> counts ? expand(parts.group(4), depth + 1) : "";
            default -> required(parts.group(1), value.filter(ignored -> counts));
        };
    }

    /** The file's own words about it stay out of the message: they stand where values stand, and may hold some. */
    private String required(String name, Optional<String> value) {
        return value.orElseThrow(() -> new DotEnvException(
                line, "the variable " + name + " has to be set, in the environment or on a line above."));
    }
}
