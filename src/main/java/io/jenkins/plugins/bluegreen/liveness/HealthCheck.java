package io.jenkins.plugins.bluegreen.liveness;

import io.jenkins.plugins.bluegreen.docker.Docker;
import java.time.Duration;
import java.util.Optional;

/**
 * What the container's own health check says, as its image declares it. Docker asks it only at its interval, 30 s by
 * default, so that every other check finds out sooner. Takes as long as Docker takes, whatever the limit.
 */
public record HealthCheck() implements Check {
    @Override
    public Answer ask(Docker docker, Target target, Duration limit) throws InterruptedException {
        Optional<String> health = docker.container(target.container()).flatMap(container -> container.health());
        return new Answer(
                health.filter("healthy"::equals).isPresent(), health.orElse("its image declares no health check"));
    }

    @Override
    public String describe() {
        return "the image's own health check, expecting healthy";
    }
}
