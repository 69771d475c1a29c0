package io.jenkins.plugins.bluegreen.bench;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When the steps of one swap were, on the machine's clock.
 *
 * @param begin the first thing was done to a container
 * @param listening the new version began to listen, by its own log
 * @param ready whoever swaps took the new version for ready; empty where nobody asked
 * @param end the old version had stopped, and the new one listened
 * @param wholeMillis how long the whole command took, with its preparations and its tidying up
 * @param steps its phases, where it has any
 */
record Swap(
        Instant begin, Instant listening, Optional<Instant> ready, Instant end, long wholeMillis, List<Step> steps) {
    /** One phase of it. */
    record Step(String name, Instant begin, long millis) {}
}
