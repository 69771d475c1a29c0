package io.jenkins.plugins.bluegreen.bench;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** The median of some figures, and the largest one: for all figures here, small is good. */
record Summary(double median, double worst) {
    static Summary of(DoubleStream figures) {
        double[] sorted = figures.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("There is no figure to sum up.");
        }
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Summary(median, sorted[sorted.length - 1]);
    }

    /** {@code 4.21 [4.35]}, with so many decimals. */
    String show(int decimals) {
        String one = "%,." + decimals + "f";
        return String.format(Locale.ROOT, one + " [" + one + "]", median, worst);
    }
}
