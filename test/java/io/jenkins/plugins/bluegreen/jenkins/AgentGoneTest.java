package io.jenkins.plugins.bluegreen.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.remoting.RequestAbortedException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;

class AgentGoneTest {
    @Test
    void anAgentThatWentAwayIsToldWithWhatServesAndWhoPutsItRight() {
        RuntimeException aborted = new RequestAbortedException(new ClosedChannelException());
        assertThat(AgentGone.in(aborted).orElseThrow())
                .hasMessage("The agent on which this build runs is gone. Whatever serves now goes on serving; the next"
                        + " deployment of the app puts right what was begun.")
                .hasCause(aborted);
    }

    @Test
    void anyOtherTroubleIsNotTheAgents() {
        assertThat(AgentGone.in(new IOException("Connection refused"))).isEmpty();
        assertThat(AgentGone.in(new IOException(new ClosedChannelException()))).isEmpty();
    }
}
