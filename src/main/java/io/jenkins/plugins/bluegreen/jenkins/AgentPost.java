package io.jenkins.plugins.bluegreen.jenkins;

import io.jenkins.plugins.bluegreen.host.Host;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jenkins.security.MasterToSlaveCallable;

/** Some POSTs to a Unix socket of the agent's, as {@link Host#post} makes them. */
final class AgentPost extends MasterToSlaveCallable<int[], IOException> {
    private static final long serialVersionUID = 1L;

    private final String socket;
    private final ArrayList<String> targets;
    private final long limitMillis;

    AgentPost(String socket, List<String> targets, long limitMillis) {
        this.socket = socket;
        this.targets = new ArrayList<>(targets);
        this.limitMillis = limitMillis;
    }

    @Override
    public int[] call() throws IOException {
        try {
            List<Integer> statuses = AgentMachine.HOST.post(socket, targets, Duration.ofMillis(limitMillis));
            return statuses.stream().mapToInt(Integer::intValue).toArray();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The requests were called off.");
        }
    }

    /** What the agent answered, which isn't trusted: there can't be more answers than requests. */
    List<Integer> statuses(int[] reply) throws IOException {
        if (reply == null || reply.length > targets.size()) {
            throw new IOException("The agent sent something that answers none of the requests.");
        }
        return Arrays.stream(reply).boxed().toList();
    }
}
