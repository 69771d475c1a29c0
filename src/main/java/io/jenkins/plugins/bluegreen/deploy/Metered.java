package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.meter.Lane;
import io.jenkins.plugins.bluegreen.meter.Meter;
import io.jenkins.plugins.bluegreen.meter.Reading;
import io.jenkins.plugins.bluegreen.meter.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The downtime meter's part in one deployment: it begins once something is live, so that it only sees real losses. */
final class Metered {
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final Optional<Metering> metering;
    private final long created = System.nanoTime();
    private Meter meter;
    private long startMillis;
    private long switchMillis = Long.MAX_VALUE;
    private long endMillis = Long.MAX_VALUE;

    Metered(Optional<Metering> metering) {
        this.metering = metering;
    }

    void start() {
        if (metering.isPresent() && meter == null) {
            Metering what = metering.get();
            startMillis = (System.nanoTime() - created) / 1_000_000;
            meter = Meter.start(
                    List.of(new Lane("meter", what.url(), what.perSecond(), false, ANSWER)), what.versionHeader());
        }
    }

    void markSwitch() {
        switchMillis = elapsed();
    }

    void markEnd() {
        endMillis = elapsed();
    }

    private long elapsed() {
        return meter == null ? 0 : meter.elapsedMillis();
    }

    /** When it began to count, in milliseconds since the deployment's start. */
    long startMillis() {
        return startMillis;
    }

    void stop() {
        if (meter != null) {
            meter.close();
        }
    }

    /** What the address answered last, of the requests due before the switch; empty where none was answered. */
    OptionalInt statusBeforeSwitch() {
        return meter == null
                ? OptionalInt.empty()
                : meter.samples().stream()
                        .filter(sample -> sample.startMillis() < switchMillis && sample.status() > 0)
                        .mapToInt(Sample::status)
                        .reduce((earlier, later) -> later);
    }

    Optional<Reading> reading() {
        return Optional.ofNullable(meter).map(it -> Reading.of(it.samples(), switchMillis, endMillis));
    }
}
