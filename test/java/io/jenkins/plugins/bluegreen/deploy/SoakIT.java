package io.jenkins.plugins.bluegreen.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.bench.Leftovers;
import io.jenkins.plugins.bluegreen.bench.Soak;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A short form of {@code bench/run soak}. */
class SoakIT {
    private static final int SWAPS = 10;

    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    @Test
    void manySwapsLoseNoRequestAndLeaveNothingBehind() throws Exception {
        Soak.Outcome outcome = new Soak(sandbox).run(SWAPS, (swap, load) -> {});

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.lost()).isZero();
        Leftovers after = outcome.after();
        assertThat(after.noMoreThan(outcome.before()))
                .as("there was %s, and is %s", outcome.before(), after)
                .isTrue();
    }
}
