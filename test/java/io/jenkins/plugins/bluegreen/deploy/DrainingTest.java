package io.jenkins.plugins.bluegreen.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.traffic.Backend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrainingTest {
    private static final Backend OLD = new Backend("orders-blue", "172.18.0.3", 3000);

    private final List<Event> told = new ArrayList<>();

    @Test
    void whileTheRouterIsWaitedForItIsSaidForWhomAndHowLongAtMost() throws InterruptedException {
        FakeRouter router = new FakeRouter(4);

        String outcome = draining(router, Duration.ofSeconds(30)).await(FakeEngine.RUNNING, OLD);

        assertThat(outcome).startsWith("no connection left");
        assertThat(router.waits).hasSize(4).allMatch(wait -> wait.compareTo(Duration.ofSeconds(2)) <= 0);
        assertThat(told).hasSize(3).allSatisfy(event -> {
            Event.Draining draining = (Event.Draining) event;
            assertThat(draining.waitingFor()).isEqualTo("old workers of a fake");
            assertThat(draining.remaining()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
        });
    }

    @Test
    void aRouterThatNeverLeavesIsWaitedForNoLongerThanTheLimit() throws InterruptedException {
        FakeRouter router = new FakeRouter(Integer.MAX_VALUE);

        String outcome = draining(router, Duration.ofMillis(20)).await(FakeEngine.RUNNING, OLD);

        assertThat(outcome).startsWith("limit of 0.0 s reached");
        assertThat(router.waits).allMatch(wait -> wait.compareTo(Duration.ofMillis(20)) <= 0);
    }

    @Test
    void whoWaitsAlthoughNobodyIsConnectedSaysSo() throws InterruptedException {
        Drain drain = new Drain(Duration.ofSeconds(30), Duration.ofMillis(20));

        new Draining(new Docker(new FakeEngine()), new FakeRouter(1), drain, told::add).await(FakeEngine.RUNNING, OLD);

        assertThat(((Event.Draining) told.get(0)).waitingFor()).isEqualTo("no connection left, making sure");
    }

    private Draining draining(FakeRouter router, Duration limit) {
        return new Draining(new Docker(new FakeEngine()), router, new Drain(limit, Duration.ZERO), told::add);
    }
}
