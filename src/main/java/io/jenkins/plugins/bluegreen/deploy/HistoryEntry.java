package io.jenkins.plugins.bluegreen.deploy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * One line of an app's history. Plain data; holds no secret.
 *
 * @param at when the deployment began, in ISO 8601
 * @param version the version that was to go live
 * @param previous the version that was live before; empty where there was none
 * @param outcome how it ended: a name of {@link Report.Outcome}
 * @param by who deployed
 * @param commit which commit; empty where that isn't known
 * @param tookMillis how long it took
 * @param requests requests that the downtime meter made
 * @param lost of those, the lost ones
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record HistoryEntry(
        String at,
        String version,
        String previous,
        String outcome,
        String by,
        String commit,
        long tookMillis,
        long requests,
        long lost) {

    /** What is empty isn't written, and so is missing when it is read again. */
    public HistoryEntry {
        previous = Objects.requireNonNullElse(previous, "");
        by = Objects.requireNonNullElse(by, "");
        commit = Objects.requireNonNullElse(commit, "");
    }

    /** True where it brought a version live. */
    public boolean succeeded() {
        return outcome.equals(Report.Outcome.DEPLOYED.name()) || returned();
    }

    /** True where that was a version that had been live before. */
    public boolean returned() {
        return outcome.equals(Report.Outcome.ROLLED_BACK_TO.name());
    }

    static HistoryEntry of(Report report) {
        return new HistoryEntry(
                report.startedAt().toString(),
                report.version(),
                report.previous().orElse(""),
                report.outcome().name(),
                report.by(),
                report.commit().orElse(""),
                report.took(),
                report.meter().map(meter -> meter.requests()).orElse(0L),
                report.meter().map(meter -> meter.lost()).orElse(0L));
    }
}
