package io.jenkins.plugins.bluegreen.cli;

import io.jenkins.plugins.bluegreen.settings.Key;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code bluegreen} itself, which does nothing but hold its subcommands. */
@Command(
        name = "bluegreen",
        header = "Deploys containers on your own server without losing a request.",
        description = {"", "Each command has its own help: 'bluegreen deploy --help'.", ""},
        commandListHeading = "%nCommands:%n",
        versionProvider = ProgramVersion.class)
final class BluegreenCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    // Picocli's own would stand in the help with their variables, which aren't replaced: nothing that is typed may be.
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show which version this is.")
    boolean version;

    /** The whole command line. */
    static CommandLine with(Workplace at) {
        CommandLine all = new CommandLine(new BluegreenCommand());
        all.addSubcommand(command(new DeployCommand(at), true, false));
        all.addSubcommand(command(new RollbackCommand(at), true, true));
        all.addSubcommand(new StatusCommand(at));
        all.addSubcommand(new HistoryCommand(at));
        all.addSubcommand(new LogsCommand(at));
        all.addSubcommand(command(new UnlockCommand(at), true, true));
        all.addSubcommand(command(new DoctorCommand(at), true, true));
        all.addSubcommand(StackCommand.with(at));
        all.addSubcommand(new CommandLine.HelpCommand());
        Failures failures = new Failures(at);
        return all.setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(usualWidth(at))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        at.terminal().colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setOut(at.terminal().out())
                .setErr(at.terminal().err());
    }

    private static int usualWidth(Workplace at) {
        return Math.max(60, Math.min(100, at.terminal().columns().getAsInt()));
    }

    private static CommandLine command(Object command, boolean settings, boolean rollback) {
        CommandLine line = new CommandLine(command);
        if (settings) {
            SettingsOptions.addTo(line.getCommandSpec(), rollback ? Key::forRollback : key -> true);
        }
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.customSynopsis("bluegreen " + line.getCommandName() + " [APP] [OPTIONS]");
        usage.synopsisHeading("%nUsage: ");
        usage.exitCodeListHeading("%nExit codes:%n");
        usage.exitCodeList(exitCodes());
        usage.sortOptions(false);
        return line;
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        Arrays.stream(ExitCode.values()).forEach(code -> codes.put(" " + code.number(), code.meaning()));
        return codes;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Which command? deploy, rollback, status, history, logs, unlock, doctor or stack.");
    }
}
