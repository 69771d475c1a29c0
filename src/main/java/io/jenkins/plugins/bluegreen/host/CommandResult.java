package io.jenkins.plugins.bluegreen.host;

/**
 * How a command ended.
 *
 * @param exitCode the process's exit code
 * @param out its standard output, decoded as UTF-8
 * @param err its standard error, decoded as UTF-8
 */
public record CommandResult(int exitCode, String out, String err) {
    /** True where the exit code is 0. */
    public boolean succeeded() {
        return exitCode == 0;
    }
}
