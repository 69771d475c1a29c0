package io.jenkins.plugins.bluegreen.traffic;

import io.jenkins.plugins.bluegreen.meter.Lane;
import io.jenkins.plugins.bluegreen.meter.Meter;
import io.jenkins.plugins.bluegreen.meter.Sample;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** 100 GETs a second on kept connections, 100 on new ones, and 5 that take 2 s; and which version ought to answer when. */
final class Load implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Meter meter;
    private final List<Promise> promises = new ArrayList<>();

    /** What is sent from a moment on and answered until another is answered by this version. */
    private record Promise(String version, long from, long until) {
        boolean brokenBy(Sample sample) {
            return sample.startMillis() >= from
                    && sample.startMillis() + sample.latencyMicros() / 1_000 < until
                    && !sample.version().equals(version);
        }

        Promise ending(long millis) {
            return new Promise(version, from, Math.min(until, millis));
        }
    }

    Load(String address, int port) {
        String url = "http://" + address + ":" + port;
        meter = Meter.start(
                List.of(
                        new Lane("kept", URI.create(url + "/"), 100, true, LIMIT),
                        new Lane("new", URI.create(url + "/"), 100, false, LIMIT),
                        new Lane("slow", URI.create(url + "/slow"), 5, false, LIMIT)),
                "X-Version");
    }

    /** From now on this version answers what is sent. */
    void expect(String version) {
        expectAnything();
        promises.add(new Promise(version, meter.elapsedMillis() + 1, Long.MAX_VALUE));
    }

    /** From now on another version may answer too. */
    void expectAnything() {
        promises.replaceAll(promise -> promise.ending(meter.elapsedMillis()));
    }

    /** Waits until some more requests have been answered or lost. */
    void during(int count) throws InterruptedException {
        int end = meter.samples().size() + count;
        Stage.await(count + " more requests", () -> meter.samples().size() >= end);
    }

    /** Requests that users saw fail, and those that another version answered than ought to. */
    List<String> faults() {
        return meter.samples().stream()
                .filter(sample -> sample.lost() || promises.stream().anyMatch(promise -> promise.brokenBy(sample)))
                .map(Sample::toString)
                .toList();
    }

    /** How many requests each version answered. */
    Map<String, Long> versions() {
        return meter.samples().stream()
                .filter(sample -> !sample.lost())
                .collect(Collectors.groupingBy(Sample::version, Collectors.counting()));
    }

    /** How many were sent again because a kept connection was closed before any answer, as RFC 9110, 9.2.2 allows. */
    long repeated() {
        return meter.samples().stream().filter(Sample::repeated).count();
    }

    /** Sends nothing more, and waits for what is under way. */
    @Override
    public void close() {
        meter.close();
    }
}
