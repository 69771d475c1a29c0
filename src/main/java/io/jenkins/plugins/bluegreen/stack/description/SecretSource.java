package io.jenkins.plugins.bluegreen.stack.description;

import java.nio.file.Path;

/** Where a secret comes from. */
public sealed interface SecretSource {
    /** It is made up once, and known to nobody else. */
    record Generated() implements SecretSource {}

    /** The first line of this file of the machine that runs the command. */
    record FromFile(Path path) implements SecretSource {}

    /** This environment variable of the command. */
    record FromVariable(String name) implements SecretSource {}

    /** For people: where it comes from. */
    default String told() {
        if (this instanceof FromFile file) {
            return "from the file " + file.path();
        }
        return this instanceof FromVariable variable ? "from the variable " + variable.name() : "generated";
    }
}
