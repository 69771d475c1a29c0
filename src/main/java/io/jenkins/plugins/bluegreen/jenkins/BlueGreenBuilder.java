package io.jenkins.plugins.bluegreen.jenkins;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import io.jenkins.plugins.bluegreen.deploy.Report;
import java.io.IOException;
import jenkins.tasks.SimpleBuildStep;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The build step of a freestyle job: the same as {@link BlueGreenDeployStep}, on the build's own thread. */
public final class BlueGreenBuilder extends Builder implements SimpleBuildStep, DeployFields {
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
    public BlueGreenBuilder(String app) {
        this.app = app;
    }

    /**
     * Deploys. Blocks until the new version is live or everything is as it was; an abort interrupts the thread, and the
     * undoing is done before this returns.
     */
    @Override
    public void perform(
            Run<?, ?> run, FilePath workspace, EnvVars environment, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        DeployByBuild build = new DeployByBuild(run, workspace, environment, launcher, listener);
        Report report = build.deploy(this, event -> {});
        if (report.outcome() == Report.Outcome.CANCELLED) {
            throw new InterruptedException("The deploy was called off.");
        }
        if (!report.succeeded()) {
            throw new AbortException(FailureText.of(report));
        }
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

    /** Makes the build step known to jobs. Has no symbol: in pipelines the name belongs to the step. */
    @Extension
    public static final class Type extends BuildStepDescriptor<Builder> {
        @Override
        public String getDisplayName() {
            return "Deploy without losing a request";
        }

        @Override
        @SuppressWarnings("rawtypes") // as Jenkins declares it
        public boolean isApplicable(Class<? extends AbstractProject> jobType) {
            return true;
        }
    }
}
