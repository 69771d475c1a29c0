package io.jenkins.plugins.bluegreen.jenkins;

import hudson.remoting.ChannelClosedException;
import hudson.remoting.RequestAbortedException;
import io.jenkins.plugins.bluegreen.host.HostException;
import java.util.Optional;

/** Tells that the agent has gone away from what Jenkins throws then, whose own message is a class's name. */
final class AgentGone {
    private AgentGone() {}

    /** The same with a sentence; empty where it is anything else, such as an app that can't be reached from the agent. */
    static Optional<HostException> in(Throwable thrown) {
        return thrown instanceof ChannelClosedException || thrown instanceof RequestAbortedException
                ? Optional.of(new HostException(
                        "The agent on which this build runs is gone. Whatever serves now goes on serving; the next"
                                + " deployment of the app puts right what was begun.",
                        thrown))
                : Optional.empty();
    }
}
