package io.jenkins.plugins.bluegreen.stack.service;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of memory, in bytes. */
public record Memory(long bytes) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})([kmg])b?");
    private static final Map<String, Long> UNITS = Map.of("k", 1L << 10, "m", 1L << 20, "g", 1L << 30);

    /** Reads what Compose takes: {@code 512m}, {@code 2g}; empty for anything else. */
    public static Optional<Memory> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new Memory(Long.parseLong(parts.group(1)) * UNITS.get(parts.group(2))))
                : Optional.empty();
    }

    /** The same in the largest unit that is exact. */
    public String text() {
        for (String unit : new String[] {"g", "m", "k"}) {
            if (bytes > 0 && bytes % UNITS.get(unit) == 0) {
                return bytes / UNITS.get(unit) + unit;
            }
        }
        return Long.toString(bytes);
    }
}
