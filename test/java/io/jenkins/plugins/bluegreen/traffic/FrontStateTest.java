package io.jenkins.plugins.bluegreen.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The tables are HAProxy 2.6.12's. */
class FrontStateTest {
    private static final String HEADING = """
            1
            # be_id be_name srv_id srv_name srv_addr srv_op_state srv_admin_state srv_uweight srv_iweight \
            srv_time_since_last_change srv_check_status srv_check_result srv_check_health srv_check_state srv_agent_state \
            bk_f_forced_id srv_f_forced_id srv_fqdn srv_port srvrecord
            """;
    private static final String STANDBY =
            "3 app 3 standby 172.19.0.2 2 0 1 1 1 1 0 2 0 0 0 0 orders-blue 3000 - 0 0 - - 0\n";

    @Test
    void knowsTheLiveServerAmongRetiredOnes() {
        FrontState state = FrontState.of(HEADING
                + "3 app 1 one 172.19.0.2 2 1 1 1 1 6 3 1 6 0 0 0 orders-blue 3000 - 0 0 - - 0\n"
                + "3 app 2 two 172.19.0.3 2 68 1 1 0 6 3 1 6 0 0 0 orders-green 3000 - 0 0 - - 0\n"
                + STANDBY);
        assertThat(state.live()).hasValueSatisfying(server -> {
            assertThat(server.name()).isEqualTo("two");
            assertThat(server.address()).isEqualTo("172.19.0.3");
            assertThat(server.is(new Backend("orders-green", "172.19.0.3", 3000)))
                    .isTrue();
        });
        assertThat(state.retired()).isFalse();
    }

    @Test
    void knowsNoLiveServerWhereBothAre() {
        FrontState state = FrontState.of(HEADING
                + "3 app 1 one 172.19.0.2 2 0 1 1 1 6 3 1 6 0 0 0 orders-blue 3000 - 0 0 - - 0\n"
                + "3 app 2 two 172.19.0.3 2 68 1 1 0 6 3 1 6 0 0 0 orders-green 3000 - 0 0 - - 0\n");
        assertThat(state.live()).isEmpty();
    }

    @Test
    void knowsNothingFromAnAnswerThatIsNoTable() {
        assertThat(FrontState.of("Unknown command.\n").live()).isEmpty();
        assertThat(FrontState.of("Unknown command.\n").retired()).isFalse();
    }

    @Test
    void writesAnAddressAsTheKernelDoes() {
        assertThat(HaproxyRouter.kernelForm(new Backend("orders-blue", "172.19.0.2", 3000)))
                .isEqualTo("020013AC:0BB8");
    }
}
