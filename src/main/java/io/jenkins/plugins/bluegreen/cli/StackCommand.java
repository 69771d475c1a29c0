package io.jenkins.plugins.bluegreen.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds the commands for the stack. */
@Command(
        name = "stack",
        header = "Brings up the services that apps need, from one description, and keeps them so.",
        description = {
            "",
            "MySQL, MongoDB, RabbitMQ, DbGate, Portainer, Jenkins and NGINX Proxy Manager, as Compose services of one"
                    + " network. Not there yet: proxy hosts, the firewall, the preparation of the host, the audit and"
                    + " monitoring.",
            ""
        },
        commandListHeading = "%nCommands:%n")
final class StackCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    /** The command with its own commands. */
    static CommandLine with(Workplace at) {
        return new CommandLine(new StackCommand())
                .addSubcommand(new StackPlanCommand(at))
                .addSubcommand(new StackUpCommand(at))
                .addSubcommand(new StackStatusCommand(at))
                .addSubcommand(new StackDownCommand(at));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? plan, up, status or down.");
    }
}
