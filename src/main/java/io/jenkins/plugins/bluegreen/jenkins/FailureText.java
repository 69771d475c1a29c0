package io.jenkins.plugins.bluegreen.jenkins;

import io.jenkins.plugins.bluegreen.deploy.Report;
import java.util.ArrayList;
import java.util.List;

/** Says in a build's log why a deploy failed, and what serves now. */
final class FailureText {
    private FailureText() {}

    static String of(Report report) {
        List<String> parts = new ArrayList<>();
        report.failure().ifPresent(failure -> {
            parts.add("Phase '" + failure.phase().title() + "' failed: " + failure.what());
            add(parts, failure.seen());
            if (!failure.log().isEmpty()) {
                parts.add(failure.logHeading() + "\n" + failure.log().indent(4).stripTrailing());
            }
            add(parts, failure.advice());
        });
        if (report.outcome() == Report.Outcome.LOCKED) {
            parts.add(
                    "In Jenkins: stop the build that holds it, or raise 'lockWait'. The lock of one that died is taken over"
                            + " by itself within half a minute; 'bluegreen unlock' is for a shell on the Docker host.");
        }
        if (report.looked()) {
            parts.add(report.live()
                    .map(version -> report.namesakeLive()
                            ? "Live is the version " + version + " that was live before."
                            : "Live is version " + version + ".")
                    .orElse("Nothing is live."));
        }
        return String.join("\n", parts);
    }

    private static void add(List<String> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(text);
        }
    }
}
