package io.jenkins.plugins.bluegreen.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.meter.Reading.Answered;
import io.jenkins.plugins.bluegreen.meter.Reading.Bucket;
import io.jenkins.plugins.bluegreen.meter.Reading.Fault;
import io.jenkins.plugins.bluegreen.meter.Reading.Latency;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final long NEVER = Long.MAX_VALUE;

    @Test
    void nothingMeasuredReadsAsZero() {
        Reading reading = Reading.of(List.of(), NEVER, NEVER);
        Latency none = new Latency(0, 0, 0, 0);
        assertThat(reading).isEqualTo(new Reading(0, 0, 0, 0, none, none, List.of(), 100, List.of(), List.of()));
    }

    @Test
    void theGapOfAHealthyLaneIsItsOwnSpacing() {
        assertThat(Reading.of(good(0, 100, 200, 300), NEVER, NEVER).longestGapMillis())
                .isEqualTo(100);
    }

    @Test
    void theGapReachesFromOneGoodAnswersEndToTheNextOnesEnd() {
        List<Sample> samples = new ArrayList<>(good(0, 100));
        samples.add(lost(200, "502"));
        samples.add(lost(300, "502"));
        samples.add(sample(400, 50_000, "v2", false, ""));
        assertThat(Reading.of(samples, NEVER, NEVER).longestGapMillis()).isEqualTo(349);
    }

    @Test
    void aGapAtEitherEndCountsToo() {
        assertThat(Reading.of(
                                List.of(
                                        lost(0, "502"),
                                        lost(900, "502"),
                                        good(1000).get(0)),
                                NEVER,
                                NEVER)
                        .longestGapMillis())
                .isEqualTo(1001);
        assertThat(Reading.of(List.of(good(0).get(0), lost(100, "502"), lost(900, "502")), NEVER, NEVER)
                        .longestGapMillis())
                .isEqualTo(899);
        assertThat(Reading.of(List.of(lost(0, "502"), lost(900, "502")), NEVER, NEVER)
                        .longestGapMillis())
                .isEqualTo(900);
    }

    @Test
    void oneHangingRequestAmongGoodOnesIsNoGap() {
        List<Sample> samples = new ArrayList<>(good(0, 100, 200, 300));
        samples.add(sample(150, 5_000_000, "", false, "no answer within 5 s"));
        assertThat(Reading.of(samples, NEVER, NEVER).longestGapMillis()).isEqualTo(100);
    }

    @Test
    void latencyIsToldBeforeTheSwitchAndDuringItByExactRank() {
        List<Sample> samples = new ArrayList<>();
        LongStream.rangeClosed(1, 200).forEach(i -> samples.add(sample(i, i * 1000, "v1", false, "")));
        samples.add(sample(300, 7_500, "v2", false, ""));
        samples.add(lost(310, "502"));
        samples.add(sample(400, 9_000_000, "v2", false, ""));
        Collections.shuffle(samples, new java.util.Random(1));
        Reading reading = Reading.of(samples, 300, 400);
        assertThat(reading.before()).isEqualTo(new Latency(200, 100, 198, 200));
        assertThat(reading.during()).isEqualTo(new Latency(1, 7.5, 7.5, 7.5));
    }

    @Test
    void versionsAreListedInTheOrderOfTheirFirstAnswer() {
        List<Sample> samples = List.of(
                sample(0, 1000, "v1", false, ""),
                sample(100, 1000, "v2", true, ""),
                sample(200, 1000, "v1", false, ""),
                sample(300, 1000, "v2", false, "500"),
                sample(400, 1000, "", false, ""));
        Reading reading = Reading.of(samples, NEVER, NEVER);
        assertThat(reading.versions())
                .containsExactly(
                        new Answered("v1", 2, 0, 200), new Answered("v2", 1, 100, 100), new Answered("", 1, 400, 400));
        assertThat(reading.repeated()).isEqualTo(1);
        assertThat(reading.buckets().get(1))
                .isEqualTo(new Bucket(100, 1, 0, 1.0, List.of(new Answered("v2", 1, 100, 100))));
    }

    @Test
    void reasonsBeyondTheFirstFewAreCountedTogether() {
        List<Sample> samples = new ArrayList<>();
        LongStream.range(0, 20).forEach(i -> samples.add(lost(i, "reason " + i)));
        List<Fault> faults = Reading.of(samples, NEVER, NEVER).faults();
        assertThat(faults).hasSize(10).startsWith(new Fault("reason 0", 1)).endsWith(new Fault("other reasons", 11));
    }

    @Test
    void aLongRunHasLongerSlices() {
        Reading reading = Reading.of(good(0, 1_000_000), NEVER, NEVER);
        assertThat(reading.bucketMillis()).isEqualTo(3200);
        assertThat(reading.buckets()).hasSize(313);
    }

    @Property(tries = 500)
    void theSumsAgree(
            @ForAll("samples") List<Sample> samples, @ForAll("moment") long switched, @ForAll("moment") long ended) {
        Reading reading = Reading.of(samples, switched, ended);
        long good = reading.requests() - reading.lost();
        List<Bucket> buckets = reading.buckets();
        assertThat(reading.requests()).isEqualTo(samples.size());
        assertThat(buckets.stream().mapToLong(Bucket::requests).sum()).isEqualTo(reading.requests());
        assertThat(buckets.stream().mapToLong(Bucket::lost).sum()).isEqualTo(reading.lost());
        assertThat(buckets.stream()
                        .flatMap(b -> b.versions().stream())
                        .mapToLong(Answered::requests)
                        .sum())
                .isEqualTo(good);
        assertThat(reading.versions().stream().mapToLong(Answered::requests).sum())
                .isEqualTo(good);
        assertThat(reading.faults().stream().mapToLong(Fault::requests).sum()).isEqualTo(reading.lost());
        assertThat(reading.repeated()).isBetween(0L, good);
        assertThat(reading.before().requests() + reading.during().requests()).isLessThanOrEqualTo(good);
        assertThat(reading.before().p50()).isLessThanOrEqualTo(reading.before().p99());
        assertThat(reading.before().p99()).isLessThanOrEqualTo(reading.before().worst());
        assertThat(buckets).hasSizeLessThanOrEqualTo(600);
        for (int i = 1; i < buckets.size(); i++) {
            assertThat(buckets.get(i).startMillis() - buckets.get(i - 1).startMillis())
                    .isEqualTo(reading.bucketMillis());
        }
    }

    @Property(tries = 200)
    void theOrderOfTheSamplesDoesNotMatterToTheSums(@ForAll("samples") List<Sample> samples) {
        List<Sample> reversed = new ArrayList<>(samples);
        Collections.reverse(reversed);
        Reading one = Reading.of(samples, 500, 900);
        Reading other = Reading.of(reversed, 500, 900);
        assertThat(other.longestGapMillis()).isEqualTo(one.longestGapMillis());
        assertThat(other.before()).isEqualTo(one.before());
        assertThat(other.during()).isEqualTo(one.during());
    }

    @Provide
    Arbitrary<List<Sample>> samples() {
        Arbitrary<Sample> sample = Combinators.combine(
                        Arbitraries.longs().between(0, 200_000),
                        Arbitraries.longs().between(0, 6_000_000),
                        Arbitraries.of("", "v1", "v2", "v3"),
                        Arbitraries.of(true, false),
                        Arbitraries.of("", "", "502", "connection refused"))
                .as(ReadingTest::sample);
        return sample.list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<Long> moment() {
        return Arbitraries.oneOf(Arbitraries.longs().between(0, 200_000), Arbitraries.just(NEVER));
    }

    private static List<Sample> good(long... moments) {
        return LongStream.of(moments)
                .mapToObj(moment -> sample(moment, 1000, "v1", false, ""))
                .toList();
    }

    private static Sample lost(long moment, String fault) {
        return sample(moment, 1000, "", false, fault);
    }

    private static Sample sample(long moment, long micros, String version, boolean repeated, String fault) {
        return new Sample("new", moment, micros, fault.isEmpty() ? 200 : 0, version, repeated, fault);
    }
}
