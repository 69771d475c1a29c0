package io.jenkins.plugins.bluegreen.jenkins;

import io.jenkins.plugins.bluegreen.host.Host;
import io.jenkins.plugins.bluegreen.host.LocalHost;

/** The machine that this code runs on, an agent's or the controller's: one HTTP client for all requests made from it. */
final class AgentMachine {
    static final Host HOST = new LocalHost();

    private AgentMachine() {}
}
