package io.jenkins.plugins.bluegreen.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpstreamTest {
    private final Backend blue = new Backend("orders-blue", "10.0.0.2", 3000);
    private final Backend green = new Backend("orders-green", "10.0.0.3", 3001);

    @Test
    void sendsEverythingToTheLiveOneAndSaysWhoseFileItIs() {
        assertThat(Upstream.text("orders", blue, Optional.empty())).isEqualTo("""
                        # Written by Blue-Green Deploy at every deploy of orders; changes made by hand are lost.
                        upstream orders {
                            server orders-blue:3000;
                        }
                        """);
    }

    @Test
    void tellsTheLiveOneFromTheStandby() {
        assertThat(Upstream.live(Upstream.text("orders", blue, Optional.empty())))
                .contains("orders-blue:3000");
        assertThat(Upstream.live(Upstream.text("orders", green, Optional.of(blue))))
                .contains("orders-green:3001");
    }

    @Test
    void seesNoLiveOneInAnEmptyFile() {
        assertThat(Upstream.live("")).isEmpty();
    }

    @Test
    void seesNoLiveOneWhereNoneIsToBeHad() {
        assertThat(Upstream.live(Upstream.none("orders"))).isEmpty();
    }
}
