package io.jenkins.plugins.bluegreen.jenkins;

import io.jenkins.plugins.bluegreen.deploy.Report;
import java.util.LinkedHashMap;
import java.util.Map;

/** A report as pipelines get it: plain maps, texts and numbers, which the sandbox lets them read. */
final class ReportMap {
    private ReportMap() {}

    static Map<String, Object> of(Report report) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("app", report.app());
        map.put("version", report.version());
        map.put("imageId", report.imageId().orElse(null));
        map.put("previousVersion", report.previous().orElse(null));
        map.put("liveVersion", report.live().orElse(null));
        map.put("outcome", report.outcome().name());
        map.put("durationMillis", report.took());
        map.put("phaseMillis", phases(report));
        map.put("requests", report.meter().map(meter -> meter.requests()).orElse(0L));
        map.put("lostRequests", report.meter().map(meter -> meter.lost()).orElse(0L));
        return map;
    }

    private static Map<String, Long> phases(Report report) {
        Map<String, Long> phases = new LinkedHashMap<>();
        report.phases().forEach(one -> phases.merge(one.phase().title(), one.tookMillis(), Long::sum));
        return phases;
    }
}
