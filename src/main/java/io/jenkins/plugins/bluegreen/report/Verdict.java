package io.jenkins.plugins.bluegreen.report;

import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.meter.Reading;

/**
 * A report in a sentence or two.
 *
 * @param tone how good that is
 * @param sentence {@code v2 is live. 0 of 1,234 requests lost.}
 */
public record Verdict(Tone tone, String sentence) {

    /** How good it is, with the sign that shows it where colour doesn't. */
    public enum Tone {
        /** What was asked for was done, and no request was lost. */
        GOOD("✓"),
        /** What was asked for was not done, and users saw nothing of it; or it was done, and requests were lost. */
        WARNING("!"),
        /** Somebody has to look. */
        BAD("✕");

        private final String sign;

        Tone(String sign) {
            this.sign = sign;
        }

        /** One character. */
        public String sign() {
            return sign;
        }
    }

    /** Judges a report. */
    public static Verdict of(Report report) {
        String requests = report.meter().map(Verdict::requests).orElse("");
        return new Verdict(tone(report), ending(report) + requests);
    }

    private static Tone tone(Report report) {
        if (report.outcome() == Report.Outcome.BROKEN) {
            return Tone.BAD;
        }
        boolean lost = report.meter().map(Reading::lost).orElse(0L) > 0;
        return report.succeeded() && !lost ? Tone.GOOD : Tone.WARNING;
    }

    private static String ending(Report report) {
        String version = report.version();
        // A rollback that ended before it had chosen its version calls it "the version before".
        String newcomer = report.namesakeLive() ? "The new " + version : version.replaceFirst("^the ", "The ");
        return switch (report.outcome()) {
            case DEPLOYED -> version + " is live.";
            case ROLLED_BACK_TO -> version + " is live again.";
            case LOCKED -> newcomer + " was not deployed: another deployment is under way.";
            case REFUSED -> newcomer + " was refused" + serves(report, "still serves");
            case UNDONE -> newcomer + " failed after the switch and was taken back" + serves(report, "serves again");
            case CANCELLED -> "The deployment of " + version + " was called off" + serves(report, "serves");
            case BROKEN -> newcomer + " failed and could not be undone: somebody has to look.";
        };
    }

    /** Says nothing of what is live where the deployment ended before it had looked. */
    private static String serves(Report report, String how) {
        if (!report.looked()) {
            return ".";
        }
        return report.live()
                .map(version -> report.namesakeLive() ? "the " + version + " that was live before" : version)
                .map(version -> "; " + version + " " + how + ".")
                .orElse("; no version is live.");
    }

    private static String requests(Reading reading) {
        return " " + Figures.count(reading.lost()) + " of " + Figures.count(reading.requests()) + " requests lost.";
    }
}
