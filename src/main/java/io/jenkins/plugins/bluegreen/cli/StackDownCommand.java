package io.jenkins.plugins.bluegreen.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Takes the stack down. */
@Command(
        name = "down",
        header = "Stops and removes the stack's containers. Volumes, secrets and the network stay.",
        description = "",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:they are gone",
            " 1:Compose failed",
            " 2:--keep-data is missing, or the description is wrong",
            " 3:Docker or Compose can't be used",
            " 4:another command on the stack went on for more than 10 minutes"
        })
final class StackDownCommand implements Callable<Integer> {
    private final Workplace at;

    @Option(names = "--keep-data", description = "Says that you know: the data stays. Nothing here removes it.")
    private boolean keepData;

    @Spec
    private CommandSpec spec;

    @Mixin
    private StackOptions options;

    @Mixin
    private SharedOptions shared;

    StackDownCommand(Workplace at) {
        this.at = at;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!keepData) {
            throw new ParameterException(
                    spec.commandLine(), "Say --keep-data, so that it is clear: only the containers go, no data.");
        }
        String by = at.around().who();
        List<String> removed = options.working(at, stack -> stack.down(by, StackOptions.LOCK_WAIT));
        at.terminal().out().println(shared.json ? json(removed) : text(removed));
        at.terminal().out().flush();
        return ExitCode.DONE.number();
    }

    private ObjectNode json(List<String> removed) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("dataKept", keepData);
        removed.forEach(node.putArray("removed")::add);
        return node;
    }

    private static String text(List<String> removed) {
        return removed.isEmpty()
                ? "There was no container of this stack."
                : "Removed " + String.join(", ", removed) + ". Volumes, secrets and the network are as they were;"
                        + " 'bluegreen stack up' brings everything back.";
    }
}
