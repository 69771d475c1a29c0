package io.jenkins.plugins.bluegreen.jenkins;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import jenkins.security.MasterToSlaveCallable;

/** Opens a TCP connection on the agent, and closes it again. */
final class AgentConnect extends MasterToSlaveCallable<Void, IOException> {
    private static final long serialVersionUID = 1L;

    private final String address;
    private final int port;
    private final long limitMillis;

    AgentConnect(String address, int port, long limitMillis) {
        this.address = address;
        this.port = port;
        this.limitMillis = limitMillis;
    }

    @Override
    public Void call() throws IOException {
        try {
            AgentMachine.HOST.connect(address, port, Duration.ofMillis(limitMillis));
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The connection was called off.");
        }
    }
}
