package io.jenkins.plugins.bluegreen.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.bluegreen.stack.Ending;
import io.jenkins.plugins.bluegreen.stack.Report;
import io.jenkins.plugins.bluegreen.stack.plan.Action;
import io.jenkins.plugins.bluegreen.text.Durations;
import java.util.stream.Collectors;

/** How bringing a stack up ended, for people and for machines. */
final class UpView {
    private static final int LONGEST = 2000;

    private UpView() {}

    static String text(Report report) {
        if (report.endings().isEmpty()) {
            return PlanView.text(report.plan());
        }
        StringBuilder text = new StringBuilder();
        report.endings().forEach(ending -> text.append(ending(ending)));
        return text.append(sentence(report)).append('\n').toString();
    }

    private static String ending(Ending ending) {
        StringBuilder text = new StringBuilder(String.format(
                "%-9s  %s: %s%n",
                ending.step().action().word(),
                ending.step().service().name(),
                ending.serves() ? "serves" : "FAILED after " + Durations.show(ending.took())));
        ending.step().why().forEach(line -> text.append("           ")
                .append(Printed.lines(line, LONGEST))
                .append('\n'));
        if (!ending.serves() && ending.step().action() != Action.BLOCKED) {
            text.append(Printed.lines(ending.why(), LONGEST)).append('\n');
        }
        if (!ending.log().isBlank()) {
            text.append("The end of its log:\n");
            ending.log().lines().forEach(line -> text.append("  | ")
                    .append(Printed.lines(line, LONGEST))
                    .append('\n'));
        }
        return text.toString();
    }

    private static String sentence(Report report) {
        if (!report.good()) {
            String failed = report.endings().stream()
                    .filter(ending -> !ending.serves())
                    .map(ending -> ending.step().service().name())
                    .collect(Collectors.joining(", "));
            boolean others = report.endings().stream().anyMatch(Ending::serves);
            return "Failed: " + failed + "." + (others ? " The others serve." : "")
                    + " Mend it, then run 'bluegreen stack up' again.";
        }
        int services = report.endings().size();
        return report.unchanged()
                ? "Nothing had to be changed: all " + services + " services are as described, and serve."
                : "The stack is up: all " + services + " services serve.";
    }

    static ObjectNode json(Report report) {
        ObjectNode node = PlanView.json(report.plan()).put("good", report.good());
        var endings = node.putArray("endings");
        for (Ending ending : report.endings()) {
            endings.addObject()
                    .put("service", ending.step().service().name())
                    .put("action", ending.step().action().word())
                    .put("serves", ending.serves())
                    .put("tookMillis", ending.took().toMillis())
                    .put("why", ending.why())
                    .put("log", ending.log());
        }
        return node;
    }
}
