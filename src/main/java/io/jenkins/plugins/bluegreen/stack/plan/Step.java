package io.jenkins.plugins.bluegreen.stack.plan;

import io.jenkins.plugins.bluegreen.stack.service.Service;
import java.util.List;

/**
 * What is done with one service, and why.
 *
 * @param service the service
 * @param action what is done
 * @param why a line for each difference, or for each thing that is made; empty where nothing is done
 */
public record Step(Service service, Action action, List<String> why) {
    public Step {
        why = List.copyOf(why);
    }

    /** True where something is done. */
    public boolean changes() {
        return action != Action.LEAVE && action != Action.BLOCKED;
    }
}
