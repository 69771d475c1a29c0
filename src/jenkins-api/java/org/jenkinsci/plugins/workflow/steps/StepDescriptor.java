package org.jenkinsci.plugins.workflow.steps;

import hudson.model.Descriptor;
import java.util.Map;
import java.util.Set;

public abstract class StepDescriptor extends Descriptor<Step> {
    public StepDescriptor() {}

    public abstract String getFunctionName();

    public abstract Set<? extends Class<?>> getRequiredContext();

    public native Step newInstance(Map<String, Object> arguments) throws Exception;
}
