package io.jenkins.plugins.bluegreen.meter;

import java.util.List;

/**
 * Calls the metered addresses at a steady rate until it is closed. Doesn't block its caller. Thread-safe.
 *
 * <p>Stub: the implementation follows.
 */
public final class Meter implements AutoCloseable {
    private Meter() {}

    /** Starts calling at once. {@code versionHeader} names the answer's header that says which version answered. */
    @SuppressWarnings("DoNotCallSuggester") // a stub
    public static Meter start(List<Lane> lanes, String versionHeader) {
        throw new UnsupportedOperationException();
    }

    /** Milliseconds since the start, on the clock of {@link Sample#startMillis()}. */
    @SuppressWarnings("DoNotCallSuggester") // a stub
    public long elapsedMillis() {
        throw new UnsupportedOperationException();
    }

    /** What has been answered or lost so far, in order of {@link Sample#startMillis()}. */
    @SuppressWarnings("DoNotCallSuggester") // a stub
    public List<Sample> samples() {
        throw new UnsupportedOperationException();
    }

    /** Starts no more requests and waits for those under way, each within its lane's limit. */
    @Override
    public void close() {}
}
