package io.jenkins.plugins.bluegreen.report;

import java.util.ArrayList;
import java.util.List;

/** Where a moment is in a picture: milliseconds from {@code from} to {@code to} across the plot's width. Immutable. */
record Scale(long from, long to, double left, double width) {
    private static final int MOST_TICKS = 10;

    double x(long millis) {
        return left + (Math.min(Math.max(millis, from), to) - from) * width / Math.max(1, to - from);
    }

    double right() {
        return left + width;
    }

    /** Round moments, ten at most. */
    List<Long> ticks() {
        long step = step();
        List<Long> ticks = new ArrayList<>();
        for (long tick = (from + step - 1) / step * step; tick <= to; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }

    private long step() {
        long[] factors = {1, 2, 5};
        for (long decade = 10; ; decade *= 10) {
            for (long factor : factors) {
                if ((to - from) / (decade * factor) < MOST_TICKS) {
                    return decade * factor;
                }
            }
        }
    }
}
