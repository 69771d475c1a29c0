package io.jenkins.plugins.bluegreen.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.bluegreen.deploy.DeploymentException;
import io.jenkins.plugins.bluegreen.deploy.LockTimeoutException;
import io.jenkins.plugins.bluegreen.docker.DockerException;
import io.jenkins.plugins.bluegreen.host.HostException;
import io.jenkins.plugins.bluegreen.settings.Key;
import io.jenkins.plugins.bluegreen.settings.SettingsException;
import io.jenkins.plugins.bluegreen.stack.compose.ComposeException;
import io.jenkins.plugins.bluegreen.stack.description.DescriptionException;
import io.jenkins.plugins.bluegreen.text.Nearest;
import io.jenkins.plugins.bluegreen.text.Quoted;
import io.jenkins.plugins.bluegreen.traffic.RouterException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a person what went wrong, in sentences, and a script by the exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final int LONGEST = 4000;
    private static final String TOO_MANY =
            "There is one argument too many. It isn't repeated here, since it may be a secret. Only"
                    + " the app's name stands without an option, and a value with spaces needs quotes around it.";

    private final Workplace at;

    Failures(Workplace at) {
        this.at = at;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        List<String> given = Arrays.asList(args);
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        String message = message(e, given) + "\nSee '" + command + " --help'.";
        return tell(ExitCode.USAGE, message, e, given.contains("--json"), given.contains("--debug"));
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult parsed) {
        return tell(code(e), sentence(e), e, has(parsed, "--json"), has(parsed, "--debug"));
    }

    private static boolean has(ParseResult parsed, String option) {
        return parsed.hasMatchedOption(option) || (parsed.hasSubcommand() && has(parsed.subcommand(), option));
    }

    private int tell(ExitCode code, String message, Exception e, boolean json, boolean debug) {
        at.terminal().err().println("bluegreen: " + message);
        if (debug) {
            e.printStackTrace(at.terminal().err());
        }
        if (json) {
            at.terminal()
                    .out()
                    .println(JsonNodeFactory.instance
                            .objectNode()
                            .put("error", message)
                            .put("exitCode", code.number()));
        }
        at.terminal().err().flush();
        at.terminal().out().flush();
        return code.number();
    }

    /** What was typed may be a secret behind a mistyped option, so no more than an option's name is repeated. */
    private static String message(ParameterException e, List<String> given) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (e instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing.getMissing().get(0) instanceof CommandLine.Model.OptionSpec option
                    ? missing(option, given)
                    : missing.getMissing().get(0).paramLabel() + " is missing.";
        }
        if (e.getArgSpec() instanceof CommandLine.Model.OptionSpec option) {
            return option.longestName() + ": what was given there can't be used.";
        }
        return Quoted.plain(String.valueOf(e.getMessage()), 200);
    }

    /** Picocli takes what looks like one of our own options for no value. What stands behind an equals sign isn't shown. */
    private static String missing(CommandLine.Model.OptionSpec option, List<String> given) {
        String name = option.longestName();
        int at = given.indexOf(name);
        String next = at < 0 || at + 1 == given.size() ? "" : nameIn(given.get(at + 1));
        boolean usualForLogs = name.equals("--file") && option.command().findOption("--follow") != null;
        return option.paramLabel() + " is missing after " + name + "."
                + (usualForLogs ? " To follow a log, write --follow." : "")
                + (next.startsWith("-")
                        ? " What follows it is " + Quoted.of(next) + ", an option by itself. As its value it can only"
                                + " stand in bluegreen.yaml."
                        : "");
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String first = e.getUnmatched().get(0);
        if (!first.startsWith("-")) {
            return e.getCommandLine().getSubcommands().isEmpty()
                    ? TOO_MANY + whereVersionsStand(e.getCommandLine().getCommandSpec())
                    : noCommand(e, first);
        }
        String name = nameIn(first);
        Set<String> options = e.getCommandLine().getCommandSpec().optionsMap().keySet();
        String meant = Optional.of(name)
                .filter(it -> it.startsWith("--")) // every option of one letter is near every other
                .flatMap(it -> Nearest.to(it, options))
                .map(near -> " Did you mean " + near + "?")
                .orElse("");
        return "There is no option " + Quoted.of(name) + "." + meant;
    }

    /** What people are used to write behind an app's name. */
    private static String whereVersionsStand(CommandSpec command) {
        if (command.findOption("--to") != null) {
            return " The version to go back to stands behind --to.";
        }
        return command.findOption(Key.TAG.option()) == null
                ? ""
                : " What the version is to be called stands behind " + Key.TAG.option() + ".";
    }

    private static String noCommand(UnmatchedArgumentException e, String first) {
        Set<String> commands = e.getCommandLine().getSubcommands().keySet();
        return Nearest.to(first, commands)
                .map(near -> "There is no such command. Did you mean " + near + "?")
                .orElse("There is no such command. There are: " + String.join(", ", commands) + ".");
    }

    /** An option without its value, which may follow an equals sign or, for an option of one letter, the letter. */
    private static String nameIn(String option) {
        return option.startsWith("--") || !option.startsWith("-")
                ? option.replaceFirst("(?s)=.*", "")
                : option.substring(
                        0, option.offsetByCodePoints(0, Math.min(2, option.codePointCount(0, option.length()))));
    }

    private static ExitCode code(Exception e) {
        if (e instanceof LockTimeoutException) {
            return ExitCode.LOCKED;
        }
        if (e instanceof DockerException || e instanceof HostException) {
            return ExitCode.NO_DOCKER;
        }
        if (e instanceof ComposeException compose) {
            return compose.missing() ? ExitCode.NO_DOCKER : ExitCode.NOT_DEPLOYED;
        }
        if (e instanceof SettingsException
                || e instanceof DescriptionException
                || e instanceof IllegalArgumentException) {
            return ExitCode.USAGE;
        }
        if (e instanceof InterruptedException) {
            return ExitCode.CANCELLED;
        }
        return e instanceof DeploymentException || e instanceof RouterException
                ? ExitCode.NOT_DEPLOYED
                : ExitCode.BROKEN;
    }

    private static String sentence(Exception e) {
        if (e instanceof InterruptedException) {
            return "Called off.";
        }
        String told = shown(e);
        if (e instanceof DeploymentException failure) {
            return told + section("", failure.seen()) + section("", failure.advice());
        }
        if (e instanceof DockerException || e instanceof HostException) {
            return told + "\nRun 'bluegreen doctor' to see what is wrong and how to mend it.";
        }
        boolean expected = e instanceof SettingsException
                || e instanceof DescriptionException
                || e instanceof ComposeException
                || e instanceof IllegalArgumentException
                || e instanceof RouterException;
        return expected
                ? told
                : "Something went wrong that should not have (" + e.getClass().getSimpleName() + ": " + told
                        + "). Please report it with the output of the same command and --debug.";
    }

    private static String section(String heading, String text) {
        return text.isBlank() ? "" : "\n" + heading + Printed.lines(text, LONGEST);
    }

    private static String shown(Exception e) {
        return Printed.lines(e.getMessage() == null ? "no message" : e.getMessage(), LONGEST);
    }
}
