package io.jenkins.plugins.bluegreen.cli;

import picocli.CommandLine.Option;

/** What every command takes. */
final class SharedOptions {
    @Option(
            names = "--json",
            description =
                    "Write the result as JSON to standard output, and nothing else; messages go to standard error.")
    boolean json;

    @Option(names = "--debug", description = "Show Java's stack trace with an error.")
    boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;
}
