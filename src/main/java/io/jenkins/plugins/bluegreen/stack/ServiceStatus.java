package io.jenkins.plugins.bluegreen.stack;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.stack.plan.Step;
import java.util.Optional;

/**
 * How a service is.
 *
 * @param step what bringing the stack up would do with it
 * @param container its container; empty where there is none
 * @param serves whether it serves: by its container's health, or by its check where that isn't known yet
 */
public record ServiceStatus(Step step, Optional<Container> container, boolean serves) {
    /** Its state in a word: {@code serving}, {@code missing}, {@code unhealthy}, {@code starting}, {@code exited} … */
    public String state() {
        return serves ? "serving" : container.map(ServiceStatus::state).orElse("missing");
    }

    private static String state(Container container) {
        return container.running() ? container.health().orElse("not serving") : container.status();
    }
}
