package io.jenkins.plugins.bluegreen.report;

import io.jenkins.plugins.bluegreen.deploy.Phase;
import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.deploy.Report.Failure;
import io.jenkins.plugins.bluegreen.deploy.Report.Outcome;
import io.jenkins.plugins.bluegreen.deploy.Report.PhaseRecord;
import io.jenkins.plugins.bluegreen.meter.Reading;
import io.jenkins.plugins.bluegreen.meter.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports as deployments leave them. */
final class SampleReports {
    private static final Phase[] ORDER = Phase.values();
    private static final long[] TOOK = {21, 8, 64, 130, 5200, 242, 1720, 310, 96, 120, 2050, 2000, 165, 44, 31};

    private SampleReports() {}

    /** v2 replaces v1 and nothing is lost. */
    static Report good() {
        List<PhaseRecord> phases = phases();
        long switched = phases.get(8).startMillis();
        long stopped = phases.get(12).startMillis();
        Reading reading = Reading.of(requests(12_200, switched, false), switched, stopped);
        return report(Outcome.DEPLOYED, "v2", phases, Optional.of(reading), 0, Optional.empty(), List.of());
    }

    /** The same after a build of minutes, metered from the switch on, with losses and warnings. */
    static Report slowBuildWithLosses() {
        List<PhaseRecord> phases = new ArrayList<>();
        phases.add(new PhaseRecord(Phase.LOCK, 0, 20, "free", false));
        phases.add(new PhaseRecord(Phase.BUILD, 20, 185_000, "built orders:temp", false));
        phases.add(new PhaseRecord(Phase.READY, 185_020, 1700, "3 good answers in a row", false));
        phases.add(new PhaseRecord(Phase.SWITCH, 187_000, 100, "nginx 'edge' sends to orders-green", false));
        phases.add(new PhaseRecord(Phase.DRAIN, 187_100, 2000, "no connection for 1 s", false));
        phases.add(new PhaseRecord(Phase.STOP_OLD, 189_100, 150, "exited with 0", false));
        Reading reading = Reading.of(requests(6000, 2000, true), 2000, 4100);
        return report(
                Outcome.DEPLOYED,
                "v2",
                phases,
                Optional.of(reading),
                185_000,
                Optional.empty(),
                List.of(
                        "The image orders:v0 could not be removed: it is used by container 'debug'. Remove that first."));
    }

    /** v3 never gets ready. */
    static Report refused() {
        List<PhaseRecord> phases = new ArrayList<>(phases().subList(0, 6));
        long start = phases.get(5).startMillis() + 242;
        phases.add(new PhaseRecord(Phase.READY, start, 10_000, "not ready within 10 s", true));
        phases.add(new PhaseRecord(Phase.UNDO, start + 10_000, 310, "candidate removed", false));
        Failure failure = new Failure(
                Phase.READY,
                "orders-candidate did not get ready within 10 s.",
                "GET http://172.18.0.9:3000/health, expecting 200-299; last seen: 503 Service Unavailable (52 times)",
                "2026-01-02T03:04:05Z starting orders v3\n2026-01-02T03:04:06Z connecting to mysql://orders:****@db:3306/orders\n"
                        + "Error: connect ECONNREFUSED 172.18.0.3:3306\n    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1555:16)",
                "Look at the log above, mend the image, and deploy again; v2 was never touched.");
        Reading reading = Reading.of(requests(16_000, Long.MAX_VALUE, false), Long.MAX_VALUE, Long.MAX_VALUE);
        return report(Outcome.REFUSED, "v3", phases, Optional.of(reading), 0, Optional.of(failure), List.of());
    }

    /** v2 ended so. */
    static Report ended(Outcome outcome) {
        return ended(outcome, "v2");
    }

    /** This version, with v1 live before, ended so. */
    static Report ended(Outcome outcome, String version) {
        return report(outcome, version, phases(), Optional.empty(), 0, Optional.empty(), List.of());
    }

    /** A report whose every text is {@code text}. */
    static Report everywhere(String text) {
        Reading reading = Reading.of(
                List.of(
                        new Sample("new", 0, 1000, 200, text, false, ""),
                        new Sample("new", 100, 1000, 0, "", false, text),
                        new Sample("new", 200, 1000, 0, "", false, "502")),
                50,
                150);
        return new Report(
                text,
                text,
                Optional.of(text),
                Optional.of(text),
                Optional.of(text),
                Outcome.UNDONE,
                text,
                text,
                Optional.of(text),
                Instant.EPOCH,
                1000,
                List.of(
                        new PhaseRecord(Phase.LOCK, 0, 10, text, false),
                        new PhaseRecord(Phase.BUILD, 10, 10, text, true)),
                Optional.of(reading),
                0,
                Optional.of(new Failure(Phase.BUILD, text, text, text, text)),
                List.of(text));
    }

    /** A report with nothing that it needn't have. */
    static Report bare() {
        return new Report(
                "orders",
                "v1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Outcome.CANCELLED,
                "Docker DNS",
                "ann",
                Optional.empty(),
                Instant.parse("2026-01-02T03:04:05Z"),
                0,
                List.of(),
                Optional.empty(),
                0,
                Optional.empty(),
                List.of());
    }

    static List<Act> acts() {
        return List.of(
                new Act("v2 is deployed", Optional.of(good()), good().meter(), Optional.of("v2"), true, "v2 is live"),
                new Act(
                        "v3 never gets ready",
                        Optional.of(refused()),
                        refused().meter(),
                        Optional.of("v2"),
                        true,
                        "refused, as it should be"),
                new Act(
                        "a deploy is killed in the middle of the switch",
                        Optional.empty(),
                        slowBuildWithLosses().meter(),
                        Optional.of("v2"),
                        false,
                        "14 requests were lost"),
                new Act(
                        "nothing is measured",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        "nothing to see"));
    }

    private static List<PhaseRecord> phases() {
        List<PhaseRecord> phases = new ArrayList<>();
        long start = 0;
        for (int i = 0; i < TOOK.length; i++) {
            phases.add(new PhaseRecord(ORDER[i], start, TOOK[i], "did what " + ORDER[i].title() + " does", false));
            start += TOOK[i];
        }
        return phases;
    }

    /** Twenty requests a second; from {@code switched} on, v2 takes over within half a second. */
    private static List<Sample> requests(long end, long switched, boolean losing) {
        List<Sample> samples = new ArrayList<>();
        for (long due = 0; due < end; due += 50) {
            boolean old = due < switched || (due < switched + 500 && due % 100 == 0);
            boolean lost = losing && due > switched + 600 && due < switched + 1300;
            long micros =
                    lost ? 3_000_000 : 1500 + due * 7919 % 4000 + (due > switched && due < switched + 300 ? 40_000 : 0);
            samples.add(new Sample(
                    "new",
                    due,
                    micros,
                    lost ? 0 : 200,
                    lost ? "" : old ? "v1" : "v2",
                    false,
                    lost ? "connection refused" : ""));
        }
        return samples;
    }

    private static Report report(
            Outcome outcome,
            String version,
            List<PhaseRecord> phases,
            Optional<Reading> reading,
            long meterStart,
            Optional<Failure> failure,
            List<String> warnings) {
        PhaseRecord last = phases.get(phases.size() - 1);
        return new Report(
                "orders",
                version,
                Optional.of("sha256:5f0c0d5a9f6c6a4cbb7c1f0e8d3b2a190817263544536271809f8e7d6c5b4a39"),
                Optional.of("v1"),
                Optional.of(outcome == Outcome.REFUSED ? "v1" : version),
                outcome,
                "nginx 'edge'",
                "ann@build-7",
                Optional.of("4f2c1e9d"),
                Instant.parse("2026-01-02T03:04:05.678Z"),
                last.startMillis() + last.tookMillis(),
                phases,
                reading,
                meterStart,
                failure,
                warnings);
    }
}
