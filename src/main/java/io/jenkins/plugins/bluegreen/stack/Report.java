package io.jenkins.plugins.bluegreen.stack;

import io.jenkins.plugins.bluegreen.stack.plan.Plan;
import java.util.List;

/**
 * How bringing a stack up ended.
 *
 * @param plan what was to be done
 * @param endings how it ended, for each service; empty where it was refused before anything was done
 */
public record Report(Plan plan, List<Ending> endings) {
    public Report {
        endings = List.copyOf(endings);
    }

    /** True where all services serve. */
    public boolean good() {
        return plan.obstacle().isEmpty() && endings.stream().allMatch(Ending::serves);
    }

    /** True where nothing had to be done. */
    public boolean unchanged() {
        return plan.unchanged();
    }
}
