package io.jenkins.plugins.bluegreen.jenkins;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.bluegreen.deploy.Progress;
import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.jenkins.fields.Blank;
import io.jenkins.plugins.bluegreen.jenkins.fields.CredentialsChoice;
import io.jenkins.plugins.bluegreen.jenkins.fields.FieldCheck;
import io.jenkins.plugins.bluegreen.jenkins.fields.Texts;
import io.jenkins.plugins.bluegreen.settings.Key;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The pipeline step {@code blueGreenRollback}: brings a kept version live again. */
public final class BlueGreenRollbackStep extends Step implements RollbackFields, EngineStep {
    private static final long serialVersionUID = 1L;

    private final String app;
    private String version;
    private String routerCredentials;

    @DataBoundConstructor
    public BlueGreenRollbackStep(String app) {
        this.app = app;
    }

    @Override
    public StepExecution start(StepContext stepContext) {
        return new DeployExecution(stepContext, this);
    }

    @Override
    public Report run(DeployByBuild build, Begun begun, Progress also) throws IOException, InterruptedException {
        return build.rollBack(this, begun, also);
    }

    @Override
    public String getApp() {
        return app;
    }

    @Override
    public String getVersion() {
        return version;
    }

    @DataBoundSetter
    public void setVersion(String version) {
        this.version = Blank.toNull(version);
    }

    @Override
    public String getRouterCredentials() {
        return routerCredentials;
    }

    @DataBoundSetter
    public void setRouterCredentials(String routerCredentials) {
        this.routerCredentials = Blank.toNull(routerCredentials);
    }

    /** Makes the step known to pipelines. */
    @Extension
    public static final class Type extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "blueGreenRollback";
        }

        @Override
        public Step newInstance(Map<String, Object> arguments) throws Exception {
            new StepArguments(getFunctionName(), BlueGreenRollbackStep.class).check(arguments);
            return super.newInstance(arguments);
        }

        @Override
        public String getDisplayName() {
            return Texts.of("BlueGreenRollbackStep.name");
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, FilePath.class, EnvVars.class, Launcher.class, TaskListener.class);
        }

        @POST
        public FormValidation doCheckApp(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.required(item, Key.APP, value);
        }

        @POST
        public FormValidation doCheckVersion(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.TAG, value);
        }

        @POST
        public ListBoxModel doFillRouterCredentialsItems(
                @AncestorInPath Item item, @QueryParameter String routerCredentials) {
            return CredentialsChoice.logins(item, routerCredentials);
        }
    }
}
