package io.jenkins.plugins.bluegreen.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HolderTest {
    @Test
    void aRunningProcessIsNotDead() {
        assertThat(Holder.parse(Holder.self().text()).orElseThrow().dead()).isFalse();
    }

    @Test
    void aProcessWhoseNumberIsUsedAgainIsDead() {
        Holder self = Holder.self();

        assertThat(new Holder(self.place(), self.pid(), Instant.EPOCH).dead()).isTrue();
    }

    @Test
    void aProcessOfAnotherMachineIsNotJudged() {
        assertThat(new Holder("another-boot/pid:[1]", 1, Instant.EPOCH).dead()).isFalse();
    }

    @Test
    void aTextThatIsNoHolderIsNone() {
        assertThat(Holder.parse("somebody")).isEmpty();
        assertThat(Holder.parse("place 1 99999999999999999999")).isEmpty();
    }
}
