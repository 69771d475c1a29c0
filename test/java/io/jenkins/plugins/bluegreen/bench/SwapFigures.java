package io.jenkins.plugins.bluegreen.bench;

import io.jenkins.plugins.bluegreen.fixture.Load;
import io.jenkins.plugins.bluegreen.meter.Reading;
import io.jenkins.plugins.bluegreen.meter.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What one swap came to. Latencies are those of the quick requests: the slow ones take their time anyway.
 *
 * @param phase seconds between nginx's last look at the app's name and the swap
 * @param seconds from the first thing done to a container until the old version had stopped and the new one listened
 * @param wholeSeconds the whole command
 * @param requests made, from 3 or more seconds before the swap until some after it
 * @param lost of those
 * @param gapSeconds longest time without a good answer
 * @param p99Before in milliseconds
 * @param p99During the same, of requests due during the swap
 * @param firstAnswer seconds from when the new version listened until its first answer to a user
 * @param firstAnswerSinceReady the same from when it was taken for ready; where nobody asked, from when it listened
 * @param faults why requests were lost
 * @param steps the phases of a deployment of ours
 */
record SwapFigures(
        int phase,
        double seconds,
        double wholeSeconds,
        long requests,
        long lost,
        double gapSeconds,
        double p99Before,
        double p99During,
        double firstAnswer,
        double firstAnswerSinceReady,
        List<Reading.Fault> faults,
        List<Step> steps) {

    /**
     * One phase.
     *
     * @param name its name
     * @param millis how long it took
     * @param p99 latency of the quick requests due meanwhile, in milliseconds
     */
    record Step(String name, long millis, double p99) {}

    /** The two latencies' ratio. */
    double ratio() {
        return p99During / p99Before;
    }

    static SwapFigures of(int phase, Swap swap, Load load, Reading seen) {
        long begin = millis(load.startedAt(), swap.begin());
        long end = millis(load.startedAt(), swap.end());
        List<Sample> quick = load.quick().stream()
                .filter(sample -> sample.startMillis() >= Trial.WARM_UP.toMillis())
                .toList();
        Reading latencies = Reading.of(quick, begin, end);
        double first = firstAnswer(load);
        return new SwapFigures(
                phase,
                (end - begin) / 1000.0,
                swap.wholeMillis() / 1000.0,
                seen.requests(),
                seen.lost(),
                latencies.longestGapMillis() / 1000.0,
                latencies.before().p99(),
                latencies.during().p99(),
                first - millis(load.startedAt(), swap.listening()) / 1000.0,
                first - millis(load.startedAt(), swap.ready().orElse(swap.listening())) / 1000.0,
                seen.faults(),
                swap.steps().stream().map(step -> figures(step, load, quick)).toList());
    }

    private static Step figures(Swap.Step step, Load load, List<Sample> quick) {
        long begin = millis(load.startedAt(), step.begin());
        Reading.Latency meanwhile =
                Reading.of(quick, begin, begin + step.millis()).during();
        return new Step(step.name(), step.millis(), meanwhile.p99());
    }

    /** When the new version's first answer had come, in seconds since the load began. */
    private static double firstAnswer(Load load) {
        return load.samples().stream()
                .filter(sample -> !sample.lost())
                .filter(sample -> sample.version().equals(Method.NEW.version()))
                .map(sample -> sample.startMillis() / 1e3 + sample.latencyMicros() / 1e6)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new AssertionError("No user ever got an answer of the new version."));
    }

    private static long millis(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }
}
