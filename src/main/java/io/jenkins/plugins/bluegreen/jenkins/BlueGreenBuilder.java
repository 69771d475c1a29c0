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
import io.jenkins.plugins.bluegreen.jenkins.fields.Blank;
import io.jenkins.plugins.bluegreen.jenkins.fields.ContainerOptions;
import io.jenkins.plugins.bluegreen.jenkins.fields.Health;
import io.jenkins.plugins.bluegreen.jenkins.fields.Metering;
import io.jenkins.plugins.bluegreen.jenkins.fields.PreSwitch;
import io.jenkins.plugins.bluegreen.jenkins.fields.Router;
import io.jenkins.plugins.bluegreen.jenkins.fields.Texts;
import io.jenkins.plugins.bluegreen.jenkins.fields.UsualHealth;
import io.jenkins.plugins.bluegreen.jenkins.fields.UsualRouter;
import java.io.IOException;
import jenkins.tasks.SimpleBuildStep;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The build step of a freestyle job: the same as {@link BlueGreenDeployStep}, on the build's own thread. */
public final class BlueGreenBuilder extends Builder implements SimpleBuildStep, DeployFields {
    private final String app;
    private String image;
    private String port;
    private String health;
    private String env;
    private Router router;
    private String version;
    private String context;
    private String dockerfile;
    private String target;
    private String buildArgs;
    private String registry;
    private String registryCredentials;
    private String environment;
    private String network;
    private Health check;
    private PreSwitch preSwitch;
    private ContainerOptions container;
    private Metering metering;
    private String bake;
    private String drainLimit;
    private String drainMinimum;
    private String keep;
    private String lockWait;
    private boolean acceptGap;
    private boolean allowOlder;

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
        Report report = build.deploy(this, Begun.NOTHING, event -> {});
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
    public String getImage() {
        return image;
    }

    @DataBoundSetter
    public void setImage(String image) {
        this.image = Blank.toNull(image);
    }

    @Override
    public String getPort() {
        return port;
    }

    @DataBoundSetter
    public void setPort(String port) {
        this.port = Blank.toNull(port);
    }

    @Override
    public String getHealth() {
        return health;
    }

    @DataBoundSetter
    public void setHealth(String health) {
        this.health = Blank.toNull(health);
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
    public Router getRouter() {
        return router;
    }

    @DataBoundSetter
    public void setRouter(Router router) {
        this.router = router instanceof UsualRouter ? null : router;
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
    public String getTarget() {
        return target;
    }

    @DataBoundSetter
    public void setTarget(String target) {
        this.target = Blank.toNull(target);
    }

    @Override
    public String getBuildArgs() {
        return buildArgs;
    }

    @DataBoundSetter
    public void setBuildArgs(String buildArgs) {
        this.buildArgs = Blank.toNull(buildArgs);
    }

    @Override
    public String getRegistry() {
        return registry;
    }

    @DataBoundSetter
    public void setRegistry(String registry) {
        this.registry = Blank.toNull(registry);
    }

    @Override
    public String getRegistryCredentials() {
        return registryCredentials;
    }

    @DataBoundSetter
    public void setRegistryCredentials(String registryCredentials) {
        this.registryCredentials = Blank.toNull(registryCredentials);
    }

    @Override
    public String getEnvironment() {
        return environment;
    }

    @DataBoundSetter
    public void setEnvironment(String environment) {
        this.environment = Blank.toNull(environment);
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
    public Health getCheck() {
        return check;
    }

    @DataBoundSetter
    public void setCheck(Health check) {
        this.check = check instanceof UsualHealth ? null : check;
    }

    @Override
    public PreSwitch getPreSwitch() {
        return preSwitch;
    }

    @DataBoundSetter
    public void setPreSwitch(PreSwitch preSwitch) {
        this.preSwitch = preSwitch;
    }

    @Override
    public ContainerOptions getContainer() {
        return container;
    }

    @DataBoundSetter
    public void setContainer(ContainerOptions container) {
        this.container = container;
    }

    @Override
    public Metering getMetering() {
        return metering;
    }

    @DataBoundSetter
    public void setMetering(Metering metering) {
        this.metering = metering;
    }

    @Override
    public String getBake() {
        return bake;
    }

    @DataBoundSetter
    public void setBake(String bake) {
        this.bake = Blank.toNull(bake);
    }

    @Override
    public String getDrainLimit() {
        return drainLimit;
    }

    @DataBoundSetter
    public void setDrainLimit(String drainLimit) {
        this.drainLimit = Blank.toNull(drainLimit);
    }

    @Override
    public String getDrainMinimum() {
        return drainMinimum;
    }

    @DataBoundSetter
    public void setDrainMinimum(String drainMinimum) {
        this.drainMinimum = Blank.toNull(drainMinimum);
    }

    @Override
    public String getKeep() {
        return keep;
    }

    @DataBoundSetter
    public void setKeep(String keep) {
        this.keep = Blank.toNull(keep);
    }

    @Override
    public String getLockWait() {
        return lockWait;
    }

    @DataBoundSetter
    public void setLockWait(String lockWait) {
        this.lockWait = Blank.toNull(lockWait);
    }

    @Override
    public boolean isAcceptGap() {
        return acceptGap;
    }

    @DataBoundSetter
    public void setAcceptGap(boolean acceptGap) {
        this.acceptGap = acceptGap;
    }

    @Override
    public boolean isAllowOlder() {
        return allowOlder;
    }

    @DataBoundSetter
    public void setAllowOlder(boolean allowOlder) {
        this.allowOlder = allowOlder;
    }

    /** Makes the build step known to jobs. Has no symbol: in pipelines the name belongs to the step. */
    @Extension
    public static final class Type extends BuildStepDescriptor<Builder> implements DeployForm {
        @Override
        public String getDisplayName() {
            return Texts.of("BlueGreenDeployStep.name");
        }

        /** A field's help is the pipeline step's. */
        @Override
        public String getHelpFile(String field) {
            return field == null
                    ? super.getHelpFile(null)
                    : "/descriptor/" + BlueGreenDeployStep.class.getName() + "/help/" + field;
        }

        @Override
        @SuppressWarnings("rawtypes") // as Jenkins declares it
        public boolean isApplicable(Class<? extends AbstractProject> jobType) {
            return true;
        }
    }
}
