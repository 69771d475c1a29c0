package io.jenkins.plugins.bluegreen.jenkins;

import hudson.model.Run;
import java.util.Map;
import java.util.Optional;

/**
 * Which build deploys.
 *
 * @param by the build, as the history shows it: {@code folder/job #7}
 * @param number its number
 * @param commit which commit it checked out, where Jenkins knows
 */
record BuildName(String by, int number, Optional<String> commit) {
    private static final int SHORT = 7;

    static BuildName of(Run<?, ?> run, Map<String, String> environment) {
        return new BuildName(
                run.getParent().getFullName() + " #" + run.getNumber(),
                run.getNumber(),
                Optional.ofNullable(environment.get("GIT_COMMIT")).filter(id -> id.matches("[0-9a-f]{7,64}")));
    }

    /** The same, of this commit where there is one. */
    BuildName at(Optional<String> found) {
        return new BuildName(by, number, found.or(this::commit));
    }

    /** What a version is called where nobody says: {@code 7-1a2b3c4}. The number sorts and never comes again. */
    String version() {
        return number + commit.map(id -> "-" + id.substring(0, SHORT)).orElse("");
    }
}
