package io.jenkins.plugins.bluegreen.jenkins;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.bluegreen.deploy.BlueGreen;
import io.jenkins.plugins.bluegreen.deploy.Deployment;
import io.jenkins.plugins.bluegreen.deploy.DeploymentException;
import io.jenkins.plugins.bluegreen.deploy.Progress;
import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.docker.DockerException;
import io.jenkins.plugins.bluegreen.host.HostException;
import io.jenkins.plugins.bluegreen.host.Mask;
import io.jenkins.plugins.bluegreen.host.Secret;
import io.jenkins.plugins.bluegreen.traffic.RouterException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * A deploy as a build makes it; the same for the pipeline step and for the freestyle build step.
 *
 * @param run the build
 * @param workspace relative paths count from here; commands run on its machine
 * @param environment the build's variables
 * @param launcher starts the commands
 * @param listener the build's log
 */
record DeployByBuild(Run<?, ?> run, FilePath workspace, EnvVars environment, Launcher launcher, TaskListener listener) {

    /**
     * Deploys, and tells the log how it goes. Blocks. Interrupting the thread calls the deploy off; the report then says
     * so, and the thread stays interrupted.
     *
     * @param fields what the user wants
     * @param also hears every event too
     * @throws IOException where it can't begin: bad fields, missing credentials
     */
    Report deploy(DeployFields fields, Progress also) throws IOException, InterruptedException {
        Deployment deployment = describe(fields);
        BlueGreen engine = engine(deployment, also);
        return told(() -> engine.deploy(deployment));
    }

    /**
     * Goes on with a deploy whose controller was restarted in the middle: what the old process had begun is finished or
     * undone first, and where that brought our version live, nothing is left to do.
     */
    Report resume(DeployFields fields, Progress also) throws IOException, InterruptedException {
        Deployment deployment = describe(fields);
        BlueGreen engine = engine(deployment, also);
        return told(() -> {
            String done = engine.unlock(deployment.terms(), false);
            say("Jenkins was restarted while this deploy was under way. " + done);
            Optional<Report> finished = Resumption.report(deployment, engine.status(deployment.app()));
            return finished.isPresent() ? finished.get() : engine.deploy(deployment);
        });
    }

    /** What the engine does. */
    private interface Work {
        Report run() throws InterruptedException;
    }

    /** Runs it, so that what the engine can't put into a report ends the build with a sentence and no stack trace. */
    private static Report told(Work work) throws AbortException, InterruptedException {
        try {
            return work.run();
        } catch (DeploymentException | DockerException | HostException | RouterException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private void say(String line) {
        listener.getLogger().println("[blue-green] " + line);
    }

    private Deployment describe(DeployFields fields) throws IOException, InterruptedException {
        workspace.mkdirs(); // commands run in it, and nothing may have been checked out
        Map<String, Secret> variables = new EnvironmentCredentials(run).read(expanded(fields.getEnv()));
        return new Description(fields, environment::expand, Defaults.get())
                .deployment(BuildName.of(run, environment), workspace.getRemote(), variables);
    }

    private BlueGreen engine(Deployment deployment, Progress also) {
        Mask mask = Mask.of(deployment.environment().values());
        LogLines log = new LogLines(listener.getLogger(), mask);
        Progress both = event -> {
            log.tell(event);
            also.tell(event);
        };
        return new BlueGreen(new Docker(new LauncherHost(launcher, workspace, environment)), both);
    }

    private String expanded(String text) {
        return text == null ? null : environment.expand(text);
    }
}
