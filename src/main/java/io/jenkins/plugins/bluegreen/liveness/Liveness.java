package io.jenkins.plugins.bluegreen.liveness;

import java.time.Duration;

/**
 * When a container counts as ready.
 *
 * @param check what is asked
 * @param interval the pause between the starts of two questions
 * @param timeout how long one answer may take
 * @param successes how many good answers in a row are needed
 * @param deadline how long the container may take altogether, from its start
 */
public record Liveness(Check check, Duration interval, Duration timeout, int successes, Duration deadline) {}
