package io.jenkins.plugins.bluegreen.report;

import io.jenkins.plugins.bluegreen.deploy.Phase;
import io.jenkins.plugins.bluegreen.deploy.Report;
import java.util.List;
import java.util.Set;

/** A moment of a deployment that the requests are looked at for, in milliseconds since its start. */
record Marker(String name, long millis) {
    private static final Set<Phase> MARKED = Set.of(Phase.SWITCH, Phase.STOP_OLD, Phase.UNDO);

    static List<Marker> of(List<Report.PhaseRecord> phases) {
        return phases.stream()
                .filter(phase -> MARKED.contains(phase.phase()))
                .map(phase -> new Marker(phase.phase().title(), phase.startMillis()))
                .toList();
    }
}
