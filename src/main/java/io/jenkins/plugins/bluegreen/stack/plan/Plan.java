package io.jenkins.plugins.bluegreen.stack.plan;

import java.util.List;
import java.util.Optional;

/**
 * What has to be done so that a stack is as described. Data volumes are never a part of it but to be made.
 *
 * @param network the network that has to be made; empty where it is there
 * @param obstacle what stands in the way of all services; empty where nothing does
 * @param steps one for each service
 * @param undescribed containers of the stack's project that the description doesn't have; they are left as they are
 */
public record Plan(Optional<String> network, Optional<String> obstacle, List<Step> steps, List<String> undescribed) {
    public Plan {
        steps = List.copyOf(steps);
        undescribed = List.copyOf(undescribed);
    }

    /** The steps of this kind. */
    public List<Step> of(Action action) {
        return steps.stream().filter(step -> step.action() == action).toList();
    }

    /** True where there is nothing to do, and nothing in the way. */
    public boolean unchanged() {
        return network.isEmpty() && !blocked() && steps.stream().noneMatch(Step::changes);
    }

    /** True where something that is described can't be had. */
    public boolean blocked() {
        return obstacle.isPresent() || !of(Action.BLOCKED).isEmpty();
    }
}
