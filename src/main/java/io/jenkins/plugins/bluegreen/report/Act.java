package io.jenkins.plugins.bluegreen.report;

import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.meter.Reading;
import java.util.Optional;

/**
 * One of several things that were done and are reported together. Immutable.
 *
 * @param name what was done: {@code v2 is deployed}
 * @param report the deployment's own report; empty where it left none, because it was killed
 * @param across what a meter outside saw during the whole act
 * @param live the version that was live at its end
 * @param good whether it ended as it should
 * @param verdict how it ended, a sentence
 */
public record Act(
        String name,
        Optional<Report> report,
        Optional<Reading> across,
        Optional<String> live,
        boolean good,
        String verdict) {}
