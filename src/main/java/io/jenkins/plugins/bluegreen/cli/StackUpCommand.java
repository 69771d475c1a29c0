package io.jenkins.plugins.bluegreen.cli;

import io.jenkins.plugins.bluegreen.stack.Report;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings the stack up. */
@Command(
        name = "up",
        header = "Brings the stack up as described, and waits until every service serves.",
        description = {
            "",
            "A second time it changes nothing, and puts right what has been changed by hand or has died. A service that"
                    + " fails leaves the others running. Data volumes are never removed.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:every service serves",
            " 1:a service failed or is in the way of another; the others run",
            " 2:the description is wrong",
            " 3:Docker or Compose can't be used",
            " 4:another command on the stack went on for more than 10 minutes"
        })
final class StackUpCommand implements Callable<Integer> {
    private final Workplace at;

    @Mixin
    private StackOptions options;

    @Mixin
    private SharedOptions shared;

    StackUpCommand(Workplace at) {
        this.at = at;
    }

    @Override
    public Integer call() throws InterruptedException {
        String by = at.around().who();
        Report report = options.working(at, stack -> stack.up(by, StackOptions.LOCK_WAIT));
        at.terminal().out().print(shared.json ? UpView.json(report).toPrettyString() + "\n" : UpView.text(report));
        at.terminal().out().flush();
        return (report.good() ? ExitCode.DONE : ExitCode.NOT_DEPLOYED).number();
    }
}
