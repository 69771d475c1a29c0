package io.jenkins.plugins.bluegreen.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MeterTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nX-Version: v1\r\nContent-Length: 2\r\n\r\nok";

    @Test
    void theRateIsKept() throws Exception {
        try (SmallServer server = SmallServer.answering(OK)) {
            Meter meter = Meter.start(
                    List.of(lane("new", server.url(), 100, false), lane("kept", server.url(), 50, true)), "X-Version");
            await(() -> meter.elapsedMillis() >= 2000);
            meter.close();
            List<Sample> samples = meter.samples();
            assertThat(samples)
                    .allMatch(sample -> !sample.lost() && sample.version().equals("v1"));
            assertThat(count(samples, "new")).isCloseTo(200, within(10L));
            assertThat(count(samples, "kept")).isCloseTo(100, within(5L));
            assertThat(samples).isSortedAccordingTo((a, b) -> Long.compare(a.startMillis(), b.startMillis()));
        }
    }

    @Test
    void requestsGoOnBeingMadeWhileTheServerStallsAndTheirLatencyCountsFromWhenTheyWereDue() throws Exception {
        CountDownLatch stalled = new CountDownLatch(1);
        try (SmallServer server = new SmallServer(peer -> {
            peer.request();
            stalled.await();
            peer.say(OK);
        })) {
            Meter meter = Meter.start(List.of(lane("new", server.url(), 50, false)), "X-Version");
            await(() -> server.requests().size() >= 50);
            stalled.countDown();
            meter.close();
            List<Sample> samples = meter.samples();
            assertThat(samples).hasSizeGreaterThanOrEqualTo(50).noneMatch(Sample::lost);
            long end = samples.get(0).latencyMicros() / 1000;
            assertThat(end).isGreaterThanOrEqualTo(950);
            assertThat(samples.subList(0, 45))
                    .allSatisfy(sample -> assertThat(sample.startMillis() + sample.latencyMicros() / 1000)
                            .isCloseTo(end, within(200L)));
        }
    }

    @Test
    void closingWaitsForThoseUnderWay() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (SmallServer server = new SmallServer(peer -> {
            peer.request();
            asked.countDown();
            Thread.sleep(500);
            peer.say(OK);
        })) {
            Meter meter = Meter.start(List.of(lane("slow", server.url(), 1, false)), "X-Version");
            asked.await();
            meter.close();
            assertThat(meter.samples()).hasSize(1).noneMatch(Sample::lost);
        }
    }

    @Test
    void aRequestWithoutAnAnswerIsLostAtItsLimitAndClosingDoesNotWaitForLonger() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (SmallServer server = new SmallServer(peer -> over.await())) {
            Lane lane = new Lane("new", server.url(), 10, false, Duration.ofMillis(400));
            Meter meter = Meter.start(List.of(lane), "X-Version");
            await(() -> server.connections() >= 3);
            meter.close();
            assertThat(meter.elapsedMillis()).isLessThan(3000);
            assertThat(meter.samples()).hasSizeGreaterThanOrEqualTo(3).allSatisfy(sample -> {
                assertThat(sample.fault()).isEqualTo("no answer within 400 ms");
                assertThat(sample.latencyMicros()).isBetween(390_000L, 2_000_000L);
            });
        }
    }

    @Test
    void aRequestThatFindsNoThreadIsLostRatherThanNotMade() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (SmallServer server = new SmallServer(peer -> over.await())) {
            Meter meter = Meter.start(List.of(lane("new", server.url(), 2000, false)), "X-Version");
            await(() -> meter.samples().size() >= 10);
            over.countDown();
            meter.close();
            List<Sample> samples = meter.samples();
            assertThat(samples)
                    .filteredOn(sample -> sample.fault().equals("meter overloaded: 512 requests under way"))
                    .hasSizeGreaterThanOrEqualTo(10);
            assertThat(samples).hasSizeGreaterThanOrEqualTo(512 + 10);
        }
    }

    @Test
    void interruptingTheCloseEndsItAndCountsWhatIsUnderWayAsLost() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (SmallServer server = new SmallServer(peer -> {
            peer.request();
            asked.countDown();
            over.await();
        })) {
            Meter meter = Meter.start(List.of(lane("new", server.url(), 1, false)), "X-Version");
            asked.await();
            Thread.currentThread().interrupt();
            meter.close();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(meter.elapsedMillis()).isLessThan(5000);
            assertThat(meter.samples()).hasSize(1).allMatch(Sample::lost);
        }
    }

    @Test
    void whatCannotBeCalledIsRefusedWithASentence() {
        URI good = URI.create("http://localhost/");
        assertThatThrownBy(() -> lane("a", URI.create("ftp://localhost/"), 1, false))
                .hasMessage("The meter calls http and https addresses, not 'ftp://localhost/'.");
        assertThatThrownBy(() -> lane("a", URI.create("http:///x"), 1, false))
                .hasMessageContaining("names no valid host");
        assertThatThrownBy(() -> lane("a", good, 0, false)).hasMessageContaining("rate must be above 0");
        assertThatThrownBy(() -> lane("a", good, Double.NaN, false)).hasMessageContaining("rate must be above 0");
        assertThatThrownBy(() -> new Lane("a", good, 1, false, Duration.ZERO)).hasMessageContaining("time limit");
    }

    private static Lane lane(String name, URI url, double perSecond, boolean keeps) {
        return new Lane(name, url, perSecond, keeps, Duration.ofSeconds(10));
    }

    private static long count(List<Sample> samples, String lane) {
        return samples.stream().filter(sample -> sample.lane().equals(lane)).count();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(5);
        }
    }
}
