package io.jenkins.plugins.bluegreen.cli;

import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.report.Verdict;

/** How a deployment ended, for a person: what happened, what was expected and seen, the log, and what to do. */
record Ending(Report report) {
    private static final int LONGEST = 2000;

    String text() {
        StringBuilder text = new StringBuilder();
        report.failure().ifPresent(failure -> {
            line(text, "", failure.what());
            line(text, "", failure.seen());
            if (!failure.log().isBlank()) {
                text.append(failure.logHeading()).append('\n');
                failure.log().lines().forEach(logged -> line(text, "  | ", logged));
            }
            line(text, "", failure.advice());
        });
        report.warnings().forEach(warning -> line(text, "Warning: ", warning));
        line(text, "", Verdict.of(report).sentence());
        return text.toString();
    }

    private static void line(StringBuilder text, String prefix, String line) {
        if (!line.isBlank()) {
            text.append(prefix).append(Printed.lines(line, LONGEST)).append('\n');
        }
    }
}
