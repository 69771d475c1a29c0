package io.jenkins.plugins.bluegreen.liveness;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which HTTP statuses are good.
 *
 * @param spans at least one; a status in any of them is good
 */
public record StatusRange(List<Span> spans) {
    /** Every status that means success. */
    public static final StatusRange SUCCESS = new StatusRange(List.of(new Span(200, 299)));

    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{2})(?:-([1-9][0-9]{2}))?");

    /** From one status to another, both included. */
    public record Span(int from, int to) {
        public Span {
            if (from < 100 || to > 999 || from > to) {
                throw new IllegalArgumentException(
                        "Statuses go upwards from 100 to 999, and " + from + "-" + to + " doesn't.");
            }
        }

        @Override
        public String toString() {
            return from == to ? Integer.toString(from) : from + "-" + to;
        }
    }

    public StatusRange {
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("At least one status has to be good.");
        }
        spans = List.copyOf(spans);
    }

    /**
     * Reads {@code 200}, {@code 200-299}, {@code 200,204}, {@code 200-299,401}.
     *
     * @throws IllegalArgumentException with a sentence, where it is something else
     */
    public static StatusRange parse(String text) {
        List<Span> spans = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = SPAN.matcher(part.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "Expected statuses are written as 200, 200-299 or 200,204, with numbers from 100 to 999.");
            }
            int from = Integer.parseInt(matcher.group(1));
            spans.add(new Span(from, matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2))));
        }
        return new StatusRange(spans);
    }

    /** Whether this status is good. */
    public boolean includes(int status) {
        return spans.stream().anyMatch(span -> span.from <= status && status <= span.to);
    }

    @Override
    public String toString() {
        return spans.stream().map(Span::toString).collect(Collectors.joining(","));
    }
}
