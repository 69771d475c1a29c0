package io.jenkins.plugins.bluegreen.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as people read them. */
final class Figures {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Figures() {}

    /** {@code 1,234}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 350 ms}, {@code 4.1 s}, {@code 2 min 05 s}. */
    static String duration(long millis) {
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 59_950) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        long seconds = Math.round(millis / 1000.0);
        return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }

    /** {@code 0.8 ms}, {@code 12 ms}, {@code 2.0 s}. */
    static String latency(double millis) {
        return millis < 10 ? String.format(Locale.ROOT, "%.1f ms", millis) : duration(Math.round(millis));
    }

    /** An image's id as Docker shows it to people: {@code sha256:} and 12 digits. */
    static String imageId(String id) {
        return id.matches("sha256:[0-9a-f]{64}") ? id.substring(0, "sha256:".length() + 12) : id;
    }

    /** A moment, in UTC. */
    static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    /** A place in a picture, to a tenth. */
    static String coordinate(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }
}
