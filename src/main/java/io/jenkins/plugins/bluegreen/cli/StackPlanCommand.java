package io.jenkins.plugins.bluegreen.cli;

import io.jenkins.plugins.bluegreen.stack.plan.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what {@code up} would do. */
@Command(
        name = "plan",
        header = "Shows what 'stack up' would create, change, restart and leave. Changes nothing.",
        description = "",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:the plan can be carried out, or there is nothing to do",
            " 1:something is in the way",
            " 2:the description is wrong",
            " 3:Docker can't be used"
        })
final class StackPlanCommand implements Callable<Integer> {
    private final Workplace at;

    @Mixin
    private StackOptions options;

    @Mixin
    private SharedOptions shared;

    StackPlanCommand(Workplace at) {
        this.at = at;
    }

    @Override
    public Integer call() throws InterruptedException {
        Plan plan = options.open(at, event -> {}).plan();
        at.terminal().out().print(shared.json ? PlanView.json(plan).toPrettyString() + "\n" : PlanView.text(plan));
        at.terminal().out().flush();
        return (plan.blocked() ? ExitCode.NOT_DEPLOYED : ExitCode.DONE).number();
    }
}
