package io.jenkins.plugins.bluegreen.bench;

import io.jenkins.plugins.bluegreen.fixture.Load;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** A long {@link Soak}. */
final class SoakBench {
    private static final int TELL_EVERY = 50;

    private final Results results;

    SoakBench(Results results) {
        this.results = results;
    }

    /** True where nothing was lost and nothing is left. */
    boolean run(int swaps) throws IOException, InterruptedException {
        if (swaps < 1) {
            throw new IllegalArgumentException("A soak needs a swap at least.");
        }
        Soak.Outcome outcome;
        Sandbox sandbox = new Sandbox().open();
        try {
            outcome = new Soak(sandbox).run(swaps, this::tell);
        } finally {
            sandbox.close();
        }
        results.say(text(outcome));
        results.write("soak", outcome);
        return outcome.lost() == 0 && outcome.after().noMoreThan(outcome.before());
    }

    private void tell(int swap, Load load) {
        if (swap % TELL_EVERY == 0) {
            results.say(swap + " swaps, " + load.lost().size() + " requests lost ...");
        }
    }

    private static String text(Soak.Outcome of) {
        MarkdownTable table = new MarkdownTable("", "before", "after");
        Leftovers before = of.before();
        Leftovers after = of.after();
        row(table, "containers", before.containers(), after.containers());
        row(table, "images", before.images(), after.images());
        row(table, "tags", before.tags(), after.tags());
        row(table, "networks", before.networks(), after.networks());
        row(table, "volumes", before.volumes(), after.volumes());
        row(table, "deployer's threads", before.threads(), after.threads());
        row(table, "deployer's file descriptors", before.descriptors(), after.descriptors());
        before.onHost()
                .forEach((what, count) -> row(
                        table,
                        what + " of the whole host",
                        count,
                        after.onHost().get(what)));
        List<Double> seconds = of.seconds();
        int tenth = Math.max(1, seconds.size() / 10);
        return String.format(
                Locale.ROOT,
                "%n%,d swaps, %,d requests, %,d lost%s, longest gap %.2f s.%nSwap: %s s, median [worst]; the first tenth %s,"
                        + " the last tenth %s.%nLeft over:%s%n%n%s",
                seconds.size(),
                of.requests(),
                of.lost(),
                Targets.verdict(of.lost() == 0),
                of.gapSeconds(),
                summary(seconds),
                summary(seconds.subList(0, tenth)),
                summary(seconds.subList(seconds.size() - tenth, seconds.size())),
                after.noMoreThan(before) ? " nothing" : " SOMETHING",
                table.text());
    }

    private static String summary(List<Double> seconds) {
        return Summary.of(seconds.stream().mapToDouble(Double::doubleValue)).show(2);
    }

    private static void row(MarkdownTable table, String what, long before, long after) {
        table.row(what, Long.toString(before), Long.toString(after));
    }
}
