package io.jenkins.plugins.bluegreen.meter;

import io.jenkins.plugins.bluegreen.meter.Reading.Answered;
import io.jenkins.plugins.bluegreen.meter.Reading.Bucket;
import io.jenkins.plugins.bluegreen.meter.Reading.Fault;
import io.jenkins.plugins.bluegreen.meter.Reading.Latency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Makes a {@link Reading}. */
final class ReadingOfSamples {
    static final int MOST_BUCKETS = 600;
    static final int MOST_FAULTS = 10;
    private static final long SHORTEST_BUCKET = 100;

    private final List<Sample> samples;
    private final List<Sample> good;

    ReadingOfSamples(List<Sample> samples) {
        this.samples = samples.stream()
                .sorted(Comparator.comparingLong(Sample::startMillis))
                .toList();
        this.good = this.samples.stream().filter(sample -> !sample.lost()).toList();
    }

    Reading read(long switchMillis, long endMillis) {
        long width = bucketMillis();
        return new Reading(
                samples.size(),
                samples.size() - good.size(),
                good.stream().filter(Sample::repeated).count(),
                longestGapMillis(),
                latency(sample -> sample.startMillis() < switchMillis),
                latency(sample -> sample.startMillis() >= switchMillis && sample.startMillis() < endMillis),
                versions(good),
                width,
                buckets(width),
                faults());
    }

    private long longestGapMillis() {
        if (samples.isEmpty()) {
            return 0;
        }
        long[] ends = good.stream()
                .mapToLong(sample -> sample.startMillis() * 1000 + sample.latencyMicros())
                .sorted()
                .toArray();
        long last = firstDue() * 1000;
        long longest = 0;
        for (long end : ends) {
            longest = Math.max(longest, end - last);
            last = end;
        }
        return Math.round(Math.max(longest, lastDue() * 1000 - last) / 1000.0);
    }

    private Latency latency(Predicate<Sample> which) {
        long[] micros =
                good.stream().filter(which).mapToLong(Sample::latencyMicros).toArray();
        Arrays.sort(micros);
        return new Latency(micros.length, percentile(micros, 50), percentile(micros, 99), percentile(micros, 100));
    }

    /** By nearest rank: the smallest value that at least so many percent of the values don't exceed. */
    private static double percentile(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) ((sorted.length * (long) percent + 99) / 100);
        return sorted[rank - 1] / 1000.0;
    }

    private static List<Answered> versions(List<Sample> answered) {
        Map<String, Answered> versions = new LinkedHashMap<>();
        for (Sample sample : answered) {
            long due = sample.startMillis();
            versions.merge(
                    sample.version(),
                    new Answered(sample.version(), 1, due, due),
                    (sofar, one) -> new Answered(sofar.version(), sofar.requests() + 1, sofar.firstMillis(), due));
        }
        return List.copyOf(versions.values());
    }

    private long bucketMillis() {
        long width = SHORTEST_BUCKET;
        while (!samples.isEmpty() && lastDue() / width - firstDue() / width >= MOST_BUCKETS) {
            width *= 2;
        }
        return width;
    }

    private List<Bucket> buckets(long width) {
        List<Bucket> buckets = new ArrayList<>();
        int next = 0;
        while (next < samples.size()) {
            long start = buckets.isEmpty()
                    ? firstDue() / width * width
                    : buckets.get(buckets.size() - 1).startMillis() + width;
            int from = next;
            while (next < samples.size() && samples.get(next).startMillis() < start + width) {
                next++;
            }
            buckets.add(bucket(start, samples.subList(from, next)));
        }
        return buckets;
    }

    private static Bucket bucket(long start, List<Sample> slice) {
        List<Sample> answered = slice.stream().filter(sample -> !sample.lost()).toList();
        long worst = answered.stream().mapToLong(Sample::latencyMicros).max().orElse(0);
        return new Bucket(start, slice.size(), slice.size() - answered.size(), worst / 1000.0, versions(answered));
    }

    private List<Fault> faults() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Sample sample : samples) {
            if (sample.lost()) {
                boolean listed = counts.containsKey(sample.fault()) || counts.size() < MOST_FAULTS - 1;
                counts.merge(listed ? sample.fault() : "other reasons", 1L, Long::sum);
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new Fault(entry.getKey(), entry.getValue()))
                .toList();
    }

    private long firstDue() {
        return samples.get(0).startMillis();
    }

    private long lastDue() {
        return samples.get(samples.size() - 1).startMillis();
    }
}
