package io.jenkins.plugins.bluegreen.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.bluegreen.stack.plan.Plan;
import io.jenkins.plugins.bluegreen.stack.plan.Step;
import io.jenkins.plugins.bluegreen.text.Quoted;

/** A stack's plan, for people and for machines. */
final class PlanView {
    private static final int LONGEST = 300;

    private PlanView() {}

    static String text(Plan plan) {
        StringBuilder text = new StringBuilder();
        plan.obstacle().ifPresent(why -> text.append("in the way: ").append(why).append('\n'));
        plan.network().ifPresent(name -> text.append(row("create", "the network " + name)));
        plan.steps().forEach(step -> text.append(step(step)));
        plan.undescribed().forEach(name -> text.append(row("leave", name))
                .append("           it isn't described any more; 'stack down' removes it too\n"));
        return text.append(sentence(plan)).append('\n').toString();
    }

    private static String step(Step step) {
        StringBuilder text =
                new StringBuilder(row(step.action().word(), step.service().name()));
        step.why().forEach(line -> text.append("           ")
                .append(Quoted.plain(line, LONGEST))
                .append('\n'));
        return text.toString();
    }

    private static String row(String action, String what) {
        return String.format("%-9s  %s%n", action, what);
    }

    private static String sentence(Plan plan) {
        if (plan.unchanged()) {
            return "Nothing to do: everything is as described.";
        }
        return plan.blocked()
                ? "Something is in the way: see above."
                : "'bluegreen stack up' does this. No data is removed.";
    }

    static ObjectNode json(Plan plan) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("unchanged", plan.unchanged())
                .put("blocked", plan.blocked())
                .put("obstacle", plan.obstacle().orElse(null))
                .put("createsNetwork", plan.network().orElse(null));
        var services = node.putArray("services");
        for (Step step : plan.steps()) {
            ObjectNode one = services.addObject()
                    .put("service", step.service().name())
                    .put("action", step.action().word());
            step.why().forEach(one.putArray("why")::add);
        }
        plan.undescribed().forEach(node.putArray("undescribed")::add);
        return node;
    }
}
