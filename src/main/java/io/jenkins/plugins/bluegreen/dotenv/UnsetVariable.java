package io.jenkins.plugins.bluegreen.dotenv;

import java.util.Optional;

/**
 * A variable that a value names and that isn't set anywhere, so that nothing stands in its place.
 *
 * @param line the value's first line
 * @param name its name; empty where it looks like a part of a password with a dollar sign in it
 */
public record UnsetVariable(int line, Optional<String> name) {

    /** The same as a sentence, which never holds a value. */
    public String sentence() {
        return "Line " + line + ": "
                + name.map(it -> "the variable " + it).orElse("what stands after a dollar sign is a variable that")
                + " isn't set: nothing stands in its place. Where a dollar sign is meant, write $$ or single quotes.";
    }
}
