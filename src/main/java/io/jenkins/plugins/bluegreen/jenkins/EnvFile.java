package io.jenkins.plugins.bluegreen.jenkins;

import hudson.AbortException;
import io.jenkins.plugins.bluegreen.dotenv.DotEnv;
import io.jenkins.plugins.bluegreen.dotenv.DotEnvException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code .env} file that credentials hold. Its lines see only each other, not the build's variables. Messages name its
 * credentials and lines, and never a value.
 *
 * @param id the credentials'
 * @param text its content
 */
record EnvFile(String id, String text) {

    /**
     * Its variables.
     *
     * @throws AbortException where a line is bad
     */
    Map<String, String> variables() throws AbortException {
        try {
            return DotEnv.parse(text, name -> Optional.empty());
        } catch (DotEnvException e) {
            throw new AbortException("The .env file in the credentials '" + id + "' can't be read: " + e.getMessage());
        }
    }

    /** What a file whose lines are good leaves empty without saying so: a sentence for each variable that isn't set. */
    List<String> warnings() {
        return DotEnv.unset(text, name -> Optional.empty(), Map.of()).stream()
                .map(unset -> "The .env file in the credentials '" + id + "': " + unset.sentence())
                .toList();
    }

    @Override
    public String toString() {
        return id;
    }
}
