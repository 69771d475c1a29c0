package io.jenkins.plugins.bluegreen.bench;

import java.util.OptionalDouble;

/**
 * What is to be reached. Only for our own methods: the others are there to compare with.
 *
 * @param ours whether it is our own
 * @param overFloor seconds over the floor; empty where nothing was promised
 */
record Targets(boolean ours, OptionalDouble overFloor) {
    /** First answer of the new version after it was ready, in seconds. */
    static final double FIRST_ANSWER = 0.3;

    /** The 99th percentile of the latency during the swap, in multiples of that before. */
    static final double LATENCY_RATIO = 1.5;

    /** Nothing, for a method to compare with. */
    static final Targets NONE = new Targets(false, OptionalDouble.empty());

    /** No request lost, and a swap this close to the floor. */
    static Targets overFloor(double seconds) {
        return new Targets(true, OptionalDouble.of(seconds));
    }

    /** No request lost, however long it takes. */
    static Targets losingNothing() {
        return new Targets(true, OptionalDouble.empty());
    }

    /** The verdict beside a figure. */
    static String verdict(boolean reached) {
        return reached ? " reached" : " MISSED";
    }
}
