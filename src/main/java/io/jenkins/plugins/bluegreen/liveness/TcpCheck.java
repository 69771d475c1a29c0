package io.jenkins.plugins.bluegreen.liveness;

import io.jenkins.plugins.bluegreen.docker.Docker;
import java.io.IOException;
import java.time.Duration;

/** Whether the container's port takes a connection. Says less than an HTTP check: many programs listen before they serve. */
public record TcpCheck() implements Check {
    @Override
    public Answer ask(Docker docker, Target target, Duration limit) throws InterruptedException {
        if (target.address().isEmpty()) {
            return NoAnswer.NO_ADDRESS;
        }
        try {
            docker.host().connect(target.address(), target.port(), limit);
            return new Answer(true, "connected");
        } catch (IOException e) {
            return NoAnswer.because(e, limit);
        }
    }

    @Override
    public String describe() {
        return "a TCP connection, expecting it to be accepted";
    }
}
