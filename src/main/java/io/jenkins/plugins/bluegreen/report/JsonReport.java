package io.jenkins.plugins.bluegreen.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.meter.Reading;
import java.util.List;
import java.util.Locale;

/**
 * A report as JSON, for machines. The names stay; new ones may be added. What is absent is {@code null}; moments are ISO
 * 8601 in UTC; {@code …Millis} are milliseconds.
 *
 * <pre>
 * app, version, imageId?, previous?, live?       the app, the version asked for, its image, live before, live now
 * outcome      deployed | rolled-back-to | locked | refused | undone | cancelled | broken
 * succeeded    whether the version asked for is live
 * verdict      the same in a sentence
 * router, by, commit?, startedAt, tookMillis
 * phases[]     phase (lock, recover … pre-switch … stop-old … undo), startMillis (since startedAt), tookMillis, outcome,
 *              failed
 * meter?       requests, lost, repeated, longestGapMillis, before {requests, p50Millis, p99Millis, worstMillis},
 *              during {the same}, versions[] {version, requests, firstMillis, lastMillis}, bucketMillis,
 *              buckets[] {startMillis, requests, lost, worstLatencyMillis, versions[]}, faults[] {reason, requests}
 * meterStartMillis   where the meter's time 0 is, since startedAt
 * failure?     phase, what, seen, log, advice
 * warnings[]
 * </pre>
 *
 * <p>Several acts: {@code title}, {@code acts[]} with {@code name}, {@code live?}, {@code good}, {@code verdict},
 * {@code across?} (as {@code meter}) and {@code report?} (as above).
 */
public final class JsonReport {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonReport() {}

    /** One report. Its {@code toString()} is JSON on one line, {@code toPrettyString()} on several. */
    public static ObjectNode of(Report report) {
        ObjectNode node = JSON.objectNode()
                .put("app", report.app())
                .put("version", report.version())
                .put("imageId", report.imageId().orElse(null))
                .put("previous", report.previous().orElse(null))
                .put("live", report.live().orElse(null))
                .put("outcome", name(report.outcome()))
                .put("succeeded", report.succeeded())
                .put("verdict", Verdict.of(report).sentence())
                .put("router", report.router())
                .put("by", report.by())
                .put("commit", report.commit().orElse(null))
                .put("startedAt", report.startedAt().toString())
                .put("tookMillis", report.took());
        ArrayNode phases = node.putArray("phases");
        report.phases().forEach(phase -> phases.add(phase(phase)));
        node.set("meter", report.meter().map(JsonReport::of).orElse(null));
        node.put("meterStartMillis", report.meterStartMillis());
        node.set("failure", report.failure().map(JsonReport::failure).orElse(null));
        ArrayNode warnings = node.putArray("warnings");
        report.warnings().forEach(warnings::add);
        return node;
    }

    /** Several acts under one title. */
    public static ObjectNode of(String title, List<Act> acts) {
        ObjectNode node = JSON.objectNode().put("title", title);
        ArrayNode all = node.putArray("acts");
        for (Act act : acts) {
            ObjectNode one = all.addObject()
                    .put("name", act.name())
                    .put("live", act.live().orElse(null))
                    .put("good", act.good())
                    .put("verdict", act.verdict());
            one.set("across", act.across().map(JsonReport::of).orElse(null));
            one.set("report", act.report().map(JsonReport::of).orElse(null));
        }
        return node;
    }

    /** What a meter saw. */
    public static ObjectNode of(Reading reading) {
        ObjectNode node = JSON.objectNode()
                .put("requests", reading.requests())
                .put("lost", reading.lost())
                .put("repeated", reading.repeated())
                .put("longestGapMillis", reading.longestGapMillis());
        node.set("before", latency(reading.before()));
        node.set("during", latency(reading.during()));
        node.set("versions", versions(reading.versions()));
        node.put("bucketMillis", reading.bucketMillis());
        ArrayNode buckets = node.putArray("buckets");
        for (Reading.Bucket bucket : reading.buckets()) {
            buckets.addObject()
                    .put("startMillis", bucket.startMillis())
                    .put("requests", bucket.requests())
                    .put("lost", bucket.lost())
                    .put("worstLatencyMillis", bucket.worstLatencyMillis())
                    .set("versions", versions(bucket.versions()));
        }
        ArrayNode faults = node.putArray("faults");
        reading.faults()
                .forEach(fault ->
                        faults.addObject().put("reason", fault.reason()).put("requests", fault.requests()));
        return node;
    }

    private static ObjectNode phase(Report.PhaseRecord phase) {
        return JSON.objectNode()
                .put("phase", name(phase.phase()))
                .put("startMillis", phase.startMillis())
                .put("tookMillis", phase.tookMillis())
                .put("outcome", phase.outcome())
                .put("failed", phase.failed());
    }

    private static ObjectNode failure(Report.Failure failure) {
        return JSON.objectNode()
                .put("phase", name(failure.phase()))
                .put("what", failure.what())
                .put("seen", failure.seen())
                .put("log", failure.log())
                .put("advice", failure.advice());
    }

    private static ObjectNode latency(Reading.Latency latency) {
        return JSON.objectNode()
                .put("requests", latency.requests())
                .put("p50Millis", latency.p50())
                .put("p99Millis", latency.p99())
                .put("worstMillis", latency.worst());
    }

    private static ArrayNode versions(List<Reading.Answered> versions) {
        ArrayNode nodes = JSON.arrayNode();
        versions.forEach(version -> nodes.addObject()
                .put("version", version.version())
                .put("requests", version.requests())
                .put("firstMillis", version.firstMillis())
                .put("lastMillis", version.lastMillis()));
        return nodes;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
