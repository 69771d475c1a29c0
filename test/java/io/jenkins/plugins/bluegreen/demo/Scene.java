package io.jenkins.plugins.bluegreen.demo;

import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.meter.Reading;
import io.jenkins.plugins.bluegreen.report.Act;
import java.util.Optional;

/**
 * How one act ended, before it is known what users saw of it.
 *
 * @param name what was done
 * @param from when it began, on the load's clock; empty where there was no load yet
 * @param report the deployment's own report, where it left one
 * @param live which version answered users at its end
 * @param good whether it ended as it should
 * @param verdict how it ended
 */
record Scene(
        String name,
        Optional<Long> from,
        Optional<Report> report,
        Optional<String> live,
        boolean good,
        String verdict) {

    /** The same with what users saw; an act that lost a request is no good one. */
    Act seen(Optional<Reading> across) {
        long lost = across.map(Reading::lost).orElse(0L);
        String all = lost == 0 ? verdict : verdict + "; but users lost requests";
        return new Act(name, report, across, live, good && lost == 0, all);
    }
}
