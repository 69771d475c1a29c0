package io.jenkins.plugins.bluegreen.jenkins;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives each job whose builds have deployed its page "Deployments", however its builds ended. */
@Extension
@SuppressWarnings("rawtypes") // as Jenkins asks
public final class DeploymentsOfJobs extends TransientActionFactory<Job> {
    @Override
    public Class<Job> type() {
        return Job.class;
    }

    /** So that Jenkins doesn't ask when it looks for other kinds of action. */
    @Override
    public Class<? extends Action> actionType() {
        return JobDeployments.class;
    }

    @Override
    public Collection<? extends Action> createFor(Job job) {
        Job<?, ?> any = job;
        return DeployMark.of(any).isSet() ? List.of(new JobDeployments(any)) : List.of();
    }
}
