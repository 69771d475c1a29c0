package io.jenkins.plugins.bluegreen.bench;

import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.meter.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Twenty apps behind one nginx: one of them is deployed alone, then all at once, while users go on with all of them. */
final class ManyBench {
    private static final int APPS = 20;
    private static final int ALONE = 5;

    private final Results results;

    ManyBench(Results results) {
        this.results = results;
    }

    /**
     * What some deployments came to.
     *
     * @param seconds of each swap
     * @param wholeSeconds of each whole deployment
     * @param phases the median of each phase's seconds
     * @param requests that users made of all apps
     * @param lost of those
     * @param gapSeconds the longest time in which an app gave no good answer
     * @param faults why requests were lost, and deployments not done
     */
    private record Round(
            String name,
            List<Double> seconds,
            List<Double> wholeSeconds,
            Map<String, Double> phases,
            long requests,
            long lost,
            double gapSeconds,
            List<String> faults) {
        boolean good() {
            return lost == 0 && faults.isEmpty();
        }
    }

    /** True where all were deployed and no request was lost. */
    boolean run() throws Exception {
        Sandbox sandbox = new Sandbox().open();
        ExecutorService threads = Executors.newFixedThreadPool(APPS);
        try {
            results.say("Setting " + APPS + " apps up ...");
            Crowd crowd = Crowd.live(sandbox, APPS);
            results.say("One alone, " + ALONE + " times ...");
            Round alone = round(crowd, "one alone", () -> alone(crowd));
            results.say("All " + APPS + " at once ...");
            Round together = round(crowd, APPS + " at once", () -> together(crowd, threads));
            List<Round> rounds = List.of(alone, together);
            results.say(text(rounds));
            results.write("many", rounds);
            return rounds.stream().allMatch(Round::good);
        } finally {
            threads.shutdownNow();
            sandbox.close();
        }
    }

    /** Some deployments. */
    @FunctionalInterface
    private interface Deployments {
        List<Report> run() throws Exception;
    }

    private static Round round(Crowd crowd, String name, Deployments deployments) throws Exception {
        List<Report> reports;
        List<Reading> seen;
        double gapSeconds;
        try (Crowd.Users users = crowd.users()) {
            Thread.sleep(Trial.WARM_UP.toMillis());
            reports = deployments.run();
            Thread.sleep(Trial.WARM_UP.toMillis());
            seen = users.end();
            gapSeconds = users.gapSeconds();
        }
        List<String> faults = new ArrayList<>();
        seen.forEach(reading ->
                reading.faults().forEach(fault -> faults.add(fault.requests() + " lost because: " + fault.reason())));
        reports.forEach(report -> report.failure()
                .ifPresent(failure -> faults.add(report.app() + ": " + failure.what() + " " + failure.seen())));
        List<Report> done = reports.stream().filter(Report::succeeded).toList();
        return new Round(
                name,
                done.stream().map(Ours::seconds).toList(),
                done.stream().map(report -> report.took() / 1000.0).toList(),
                phases(done),
                seen.stream().mapToLong(Reading::requests).sum(),
                seen.stream().mapToLong(Reading::lost).sum(),
                gapSeconds,
                faults);
    }

    private static Map<String, Double> phases(List<Report> done) {
        Map<String, List<Double>> all = new LinkedHashMap<>();
        for (Report report : done) {
            report.phases().forEach(it -> all.computeIfAbsent(it.phase().title(), title -> new ArrayList<>())
                    .add(it.tookMillis() / 1000.0));
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        all.forEach((phase, seconds) -> medians.put(
                phase,
                Summary.of(seconds.stream().mapToDouble(Double::doubleValue)).median()));
        return medians;
    }

    private static List<Report> alone(Crowd crowd) {
        List<Report> reports = new ArrayList<>();
        for (int time = 0; time < ALONE; time++) {
            reports.add(crowd.deploy(0, "alone" + time));
        }
        return reports;
    }

    private static List<Report> together(Crowd crowd, ExecutorService threads) throws Exception {
        List<Future<Report>> futures = new ArrayList<>();
        for (int app = 0; app < APPS; app++) {
            int which = app;
            futures.add(threads.submit(() -> crowd.deploy(which, "together")));
        }
        List<Report> reports = new ArrayList<>();
        for (Future<Report> future : futures) {
            reports.add(future.get());
        }
        return reports;
    }

    private static String text(List<Round> rounds) {
        MarkdownTable table =
                new MarkdownTable("deployed", "done", "swap s", "whole command s", "lost / requests", "gap s");
        for (Round round : rounds) {
            table.row(
                    round.name(),
                    Integer.toString(round.seconds().size()),
                    show(round.seconds()),
                    show(round.wholeSeconds()),
                    String.format(Locale.ROOT, "%,d / %,d", round.lost(), round.requests())
                            + Targets.verdict(round.lost() == 0),
                    String.format(Locale.ROOT, "%.2f", round.gapSeconds()));
        }
        StringBuilder text = new StringBuilder("\nMedian [worst].\n\n" + table.text());
        rounds.forEach(round -> text.append(phases(round)));
        rounds.forEach(round -> round.faults()
                .forEach(fault ->
                        text.append(round.name()).append(": ").append(fault).append('\n')));
        return text.toString();
    }

    private static String phases(Round round) {
        StringBuilder text = new StringBuilder("\nSeconds of each phase, " + round.name() + ":");
        round.phases().forEach((phase, seconds) -> text.append(String.format(Locale.ROOT, " %s %.2f", phase, seconds)));
        return text.append('\n').toString();
    }

    private static String show(List<Double> seconds) {
        return seconds.isEmpty()
                ? "-"
                : Summary.of(seconds.stream().mapToDouble(Double::doubleValue)).show(2);
    }
}
