package io.jenkins.plugins.bluegreen.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.bluegreen.docker.Docker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class LockTest {
    private static final String ELSEWHERE = new Holder("elsewhere", 7, Instant.EPOCH).text();
    private static final String DEAD = new Holder(Holder.self().place(), Integer.MAX_VALUE, Instant.EPOCH).text();

    private final FakeEngine host = new FakeEngine();
    private final BlueGreen engine = new BlueGreen(new Docker(host), event -> {});
    private final Draft draft = new Draft();

    private String unlock(boolean force) throws InterruptedException {
        return engine.unlock(draft.deployment().terms(), force);
    }

    @Test
    void aLivingDeployersLockIsRefusedWithItsNameAndWhatForceDoes() {
        host.heldBy("Ann's build", ELSEWHERE, true);
        assertThatThrownBy(() -> unlock(false)).isInstanceOfSatisfying(LockTimeoutException.class, e -> {
            assertThat(e).hasMessageContaining("alive: Ann's build holds its lock");
            assertThat(e.advice()).contains("'--force' takes the lock away");
        });
    }

    @Test
    void whatBecameOfTheLockIsToldAsItWas() throws InterruptedException {
        assertThat(unlock(false)).isEqualTo("Nobody held the lock; there was nothing to put right.");
        host.heldBy("Ann's build", ELSEWHERE, true);
        assertThat(unlock(true)).isEqualTo("The lock was taken away from Ann's build; there was nothing to put right.");
        host.heldBy("Ann's build", DEAD, false);
        assertThat(unlock(false)).startsWith("The deployment that held the lock has died (Ann's build);");
        host.heldBy("Ann's build", ELSEWHERE, false).givenBackAfter(2);
        assertThat(unlock(false)).startsWith("Ann's build held the lock and gave it back by itself;");
    }

    @Test
    void whoeverFindsItsOwnLockFromBeforeIsToldSo() throws InterruptedException {
        String own = draft.deployment().terms().by();
        host.heldBy(own, DEAD, false);
        assertThat(unlock(false))
                .startsWith("The deployment that held the lock has died (an earlier attempt of " + own + ");");
    }

    @Test
    void whoPutsThingsRightAfterARestartWaitsForALivingOne() throws InterruptedException {
        draft.lockWait = Duration.ofSeconds(5);
        host.heldBy("Ann's build", ELSEWHERE, true).givenBackAfter(4);
        assertThat(engine.putRight(draft.deployment().terms())).contains("gave it back by itself");
    }

    @Test
    void aWayBackOfAnAppThatIsNotThereLeavesNothingBehind() {
        Report report = engine.rollback(new Rollback(draft.deployment().terms(), Optional.empty()));

        assertThat(report.outcome()).isEqualTo(Report.Outcome.REFUSED);
        assertThat(report.failure().orElseThrow().what())
                .isEqualTo("No earlier version of 'orders' is kept on this host.");
        assertThat(host.volumes).isEmpty();
        assertThat(engine.deploy(draft.deployment()).outcome()).isEqualTo(Report.Outcome.REFUSED);
        assertThat(host.volumes).containsExactly("orders-history-1");
    }

    @Test
    void whatWasFinishedInASecondGoSaysWhy() {
        assertThat(Timeline.reason(new InterruptedException())).isEqualTo("it was called off");
        assertThat(Timeline.reason(new IllegalStateException("why"))).isEqualTo("why");
    }

    @Test
    void whatABuildSaidIsNotCalledAContainersLog() {
        assertThat(new Report.Failure(Phase.BUILD, "", "", "x", "").logHeading())
                .contains("the build said");
        assertThat(new Report.Failure(Phase.READY, "", "", "x", "").logHeading())
                .contains("the container's log");
    }

    @Test
    void aFailureAfterTheLockWasTakenAwayIsBlamedOnThat() {
        host.losingTheLock();

        Report report = engine.deploy(draft.deployment());

        assertThat(report.outcome()).isEqualTo(Report.Outcome.BROKEN);
        assertThat(report.failure().orElseThrow().what()).contains("The lock of 'orders' was taken away");
        assertThat(report.phases()).last().satisfies(last -> assertThat(last.outcome())
                .contains("was taken away"));
        assertThat(host.volumes).isEmpty();
    }
}
