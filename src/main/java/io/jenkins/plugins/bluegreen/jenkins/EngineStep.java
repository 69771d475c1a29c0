package io.jenkins.plugins.bluegreen.jenkins;

import io.jenkins.plugins.bluegreen.deploy.Progress;
import io.jenkins.plugins.bluegreen.deploy.Report;
import java.io.IOException;
import java.io.Serializable;

/** What a pipeline step lets the engine do. Kept in the build's folder while it runs, so all its fields are state. */
interface EngineStep extends Serializable {
    /**
     * Does it. Blocks; interrupting the thread calls it off.
     *
     * @param build the build that does it
     * @param begun what it had begun before a restart of the controller
     * @param also hears every event
     */
    Report run(DeployByBuild build, Begun begun, Progress also) throws IOException, InterruptedException;
}
