package io.jenkins.plugins.bluegreen.jenkins;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.bluegreen.deploy.Progress;
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
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The pipeline step {@code blueGreenDeploy}. Kept in the build's folder while it runs, so all its fields are state. */
public final class BlueGreenDeployStep extends Step implements DeployFields, EngineStep {
    private static final long serialVersionUID = 1L;

    private final String app;
    private String image;
    private int port = Defaults.PORT;
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
    private Integer keep;
    private String lockWait;
    private boolean acceptGap;
    private boolean allowOlder;

    @DataBoundConstructor
    public BlueGreenDeployStep(String app) {
        this.app = app;
    }

    @Override
    public StepExecution start(StepContext stepContext) {
        return new DeployExecution(stepContext, this);
    }

    @Override
    public Report run(DeployByBuild build, Begun begun, Progress also) throws IOException, InterruptedException {
        return build.deploy(this, begun, also);
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
    public Integer getPort() {
        return port;
    }

    @DataBoundSetter
    public void setPort(Integer port) {
        this.port = port == null ? Defaults.PORT : port; // an emptied field
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
    public Integer getKeep() {
        return keep;
    }

    @DataBoundSetter
    public void setKeep(Integer keep) {
        this.keep = keep;
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

    /** Makes the step known to pipelines. */
    @Extension
    public static final class Type extends StepDescriptor implements DeployForm {
        @Override
        public String getFunctionName() {
            return "blueGreenDeploy";
        }

        @Override
        public Step newInstance(Map<String, Object> arguments) throws Exception {
            new StepArguments(getFunctionName(), BlueGreenDeployStep.class).check(arguments);
            return super.newInstance(arguments);
        }

        @Override
        public String getDisplayName() {
            return Texts.of("BlueGreenDeployStep.name");
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, FilePath.class, EnvVars.class, Launcher.class, TaskListener.class);
        }
    }
}
