package io.jenkins.plugins.bluegreen.liveness;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import java.time.Duration;
import java.util.Optional;

/**
 * What the container's own health check says, as its image declares it. Docker asks it only at its interval, 30 s by
 * default, so that every other check finds out sooner. Takes as long as Docker takes, whatever the limit.
 */
public record HealthCheck() implements Check {
    /** Waiting changes nothing about this: Docker knows a container's health, if only as "starting", once it runs. */
    static final Answer NONE = new Answer(false, "its image declares no health check");

    @Override
    public Answer ask(Docker docker, Target target, Duration limit) throws InterruptedException {
        Optional<Container> asked = docker.container(target.container());
        if (asked.isEmpty()) {
            return new Answer(false, "the container isn't there");
        }
        return asked.get()
                .health()
                .map(it -> new Answer(it.equals("healthy"), it))
                .orElse(NONE);
    }

    @Override
    public String describe() {
        return "the image's own health check, expecting healthy";
    }
}
