package io.jenkins.plugins.bluegreen.meter;

import java.util.List;

/**
 * What the meter has to say about one deploy. Immutable.
 *
 * <p>{@code longestGapMillis} is the longest time without a good answer, over all lanes together: the longest stretch from
 * the end of one good answer to the end of the next; before the first good one it counts from when the first request was
 * due, after the last good one until when the last request was due. Nothing is subtracted: between two requests nobody
 * knows whether the app would have answered, so a healthy app metered ten times a second has a gap of about 100 ms, and a
 * real outage is never longer than the gap.
 *
 * @param requests requests made
 * @param lost of those, the ones a user would have seen fail
 * @param repeated of those answered, the ones that had to be sent twice because a kept connection had just been closed
 * @param longestGapMillis the longest time without a good answer, as defined above; 0 where no request was made
 * @param before latency of the requests due before the switch, all lanes together
 * @param during latency of those due from the switch until the old version was stopped
 * @param versions which version answered well how often, in order of its first answer. The version of answers without
 *     the version header is empty; so the counts add up to {@code requests - lost}
 * @param bucketMillis how long a slice of {@code buckets} is: 100 ms, more in a long run
 * @param buckets the same along the time line, for the picture: adjoining slices, those without a request too, from the
 *     first request's slice to the last one's, {@value ReadingOfSamples#MOST_BUCKETS} at most
 * @param faults the reasons for losses in order of their appearance; where there are more than
 *     {@value ReadingOfSamples#MOST_FAULTS}, the last one stands for the others. The counts add up to {@code lost}
 */
public record Reading(
        long requests,
        long lost,
        long repeated,
        long longestGapMillis,
        Latency before,
        Latency during,
        List<Answered> versions,
        long bucketMillis,
        List<Bucket> buckets,
        List<Fault> faults) {

    /** Percentiles, by nearest rank, in milliseconds of the requests answered well; all 0 where there were none. */
    public record Latency(long requests, double p50, double p99, double worst) {}

    /** How many requests a version answered well, and when the first and the last of them was due. */
    public record Answered(String version, long requests, long firstMillis, long lastMillis) {}

    /**
     * A slice of time. {@code requests} are those due in it, {@code worstLatencyMillis} counts those answered well (0 where
     * none was), {@code versions} the good answers by version.
     */
    public record Bucket(
            long startMillis, long requests, long lost, double worstLatencyMillis, List<Answered> versions) {
        public Bucket {
            versions = List.copyOf(versions);
        }
    }

    /** A reason for losses. */
    public record Fault(String reason, long requests) {}

    public Reading {
        versions = List.copyOf(versions);
        buckets = List.copyOf(buckets);
        faults = List.copyOf(faults);
    }

    /**
     * Sums up samples, in whatever order they come.
     *
     * @param switchMillis when the switch began; {@code Long.MAX_VALUE} where there was none
     * @param endMillis when the old version was stopped
     */
    public static Reading of(List<Sample> samples, long switchMillis, long endMillis) {
        return new ReadingOfSamples(samples).read(switchMillis, endMillis);
    }
}
