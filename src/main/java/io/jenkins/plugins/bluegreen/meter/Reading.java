package io.jenkins.plugins.bluegreen.meter;

import java.util.List;

/**
 * What the meter has to say about one deploy.
 *
 * @param requests requests made
 * @param lost of those, the ones a user would have seen fail
 * @param repeated of those answered, the ones that had to be sent twice because a kept connection had just been closed
 * @param longestGapMillis the longest time in which requests were due and none was answered well; 0 where there is none
 * @param before latency before the switch
 * @param during latency from the switch until the old version was stopped
 * @param versions which version answered, in order of its first answer
 * @param buckets the same along the time line, for the picture
 * @param faults the first few distinct reasons for losses, with their counts
 */
public record Reading(
        long requests,
        long lost,
        long repeated,
        long longestGapMillis,
        Latency before,
        Latency during,
        List<Answered> versions,
        List<Bucket> buckets,
        List<Fault> faults) {

    /** Percentiles in milliseconds of the requests answered well; all 0 where there were none. */
    public record Latency(long requests, double p50, double p99, double worst) {}

    /** How many requests a version answered, and when the first and the last of them was due. */
    public record Answered(String version, long requests, long firstMillis, long lastMillis) {}

    /** A slice of 100 ms. {@code versions} counts answers by version in this slice. */
    public record Bucket(
            long startMillis, long requests, long lost, double worstLatencyMillis, List<Answered> versions) {}

    /** A reason for losses. */
    public record Fault(String reason, long requests) {}

    public Reading {
        versions = List.copyOf(versions);
        buckets = List.copyOf(buckets);
        faults = List.copyOf(faults);
    }

    /**
     * Sums up samples.
     *
     * @param switchMillis when the switch began; {@code Long.MAX_VALUE} where there was none
     * @param endMillis when the old version was stopped
     */
    @SuppressWarnings("DoNotCallSuggester") // a stub
    public static Reading of(List<Sample> samples, long switchMillis, long endMillis) {
        throw new UnsupportedOperationException();
    }
}
