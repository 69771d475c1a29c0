package io.jenkins.plugins.bluegreen.cli;

import io.jenkins.plugins.bluegreen.deploy.AppStatus;
import io.jenkins.plugins.bluegreen.deploy.BlueGreen;
import io.jenkins.plugins.bluegreen.deploy.Deployment;
import io.jenkins.plugins.bluegreen.deploy.HistoryEntry;
import io.jenkins.plugins.bluegreen.deploy.Progress;
import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.deploy.Rollback;
import io.jenkins.plugins.bluegreen.deploy.Terms;
import io.jenkins.plugins.bluegreen.docker.Docker;
import java.util.List;

/** What the commands need of {@link BlueGreen}; the meaning of each method is told there. */
interface Engine {
    Report deploy(Deployment deployment);

    Report rollback(Rollback rollback);

    AppStatus status(String app) throws InterruptedException;

    List<String> apps() throws InterruptedException;

    List<HistoryEntry> history(String app) throws InterruptedException;

    String unlock(Terms terms, boolean force) throws InterruptedException;

    /** Opens an engine. */
    @FunctionalInterface
    interface Opener {
        Engine open(Docker docker, Progress progress);
    }

    /** The engine itself. */
    static Engine of(Docker docker, Progress progress) {
        BlueGreen engine = new BlueGreen(docker, progress);
        return new Engine() {
            @Override
            public Report deploy(Deployment deployment) {
                return engine.deploy(deployment);
            }

            @Override
            public Report rollback(Rollback rollback) {
                return engine.rollback(rollback);
            }

            @Override
            public AppStatus status(String app) throws InterruptedException {
                return engine.status(app);
            }

            @Override
            public List<String> apps() throws InterruptedException {
                return engine.apps();
            }

            @Override
            public List<HistoryEntry> history(String app) throws InterruptedException {
                return engine.history(app);
            }

            @Override
            public String unlock(Terms terms, boolean force) throws InterruptedException {
                return engine.unlock(terms, force);
            }
        };
    }
}
