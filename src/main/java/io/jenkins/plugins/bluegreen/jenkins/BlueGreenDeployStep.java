package io.jenkins.plugins.bluegreen.jenkins;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.Serializable;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The pipeline step {@code blueGreenDeploy}. Kept in the build's folder while it runs, so all its fields are state. */
public final class BlueGreenDeployStep extends Step implements DeployFields, Serializable {
    private static final long serialVersionUID = 1L;

    private final String app;
    private String version;
    private String image;
    private String context;
    private String dockerfile;
    private String network;
    private int port = Defaults.PORT;
    private String env;
    private String health;

    @DataBoundConstructor
    public BlueGreenDeployStep(String app) {
        this.app = app;
    }

    @Override
    public StepExecution start(StepContext stepContext) {
        return new DeployExecution(stepContext, this);
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
    public String getImage() {
        return image;
    }

    @DataBoundSetter
    public void setImage(String image) {
        this.image = Blank.toNull(image);
    }

    @Override
    public String getContext() {
        return context;
    }

    @DataBoundSetter
    public void setContext(String context) {
        this.context = Blank.toNull(context);
    }

    @Override
    public String getDockerfile() {
        return dockerfile;
    }

    @DataBoundSetter
    public void setDockerfile(String dockerfile) {
        this.dockerfile = Blank.toNull(dockerfile);
    }

    @Override
    public String getNetwork() {
        return network;
    }

    @DataBoundSetter
    public void setNetwork(String network) {
        this.network = Blank.toNull(network);
    }

    @Override
    public int getPort() {
        return port;
    }

    @DataBoundSetter
    public void setPort(int port) {
        this.port = port;
    }

    @Override
    public String getEnv() {
        return env;
    }

    @DataBoundSetter
    public void setEnv(String env) {
        this.env = Blank.toNull(env);
    }

    @Override
    public String getHealth() {
        return health;
    }

    @DataBoundSetter
    public void setHealth(String health) {
        this.health = Blank.toNull(health);
    }

    /** Makes the step known to pipelines. */
    @Extension
    public static final class Type extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "blueGreenDeploy";
        }

        @Override
        public String getDisplayName() {
            return "Deploy without losing a request";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, FilePath.class, EnvVars.class, Launcher.class, TaskListener.class);
        }
    }
}
