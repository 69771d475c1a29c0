package io.jenkins.plugins.bluegreen.jenkins;

import hudson.model.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Says of a job that its builds have deployed: an empty file in the job's folder. Jenkins asks wherever it shows the job, far
 * too often to load builds for it.
 *
 * @param file the file, there or not
 */
record DeployMark(Path file) {
    static DeployMark of(Job<?, ?> job) {
        return new DeployMark(job.getRootDir().toPath().resolve("blue-green-deployed"));
    }

    boolean isSet() {
        return Files.exists(file);
    }

    /** Builds of one job may do so at once. */
    void set() throws IOException {
        if (!isSet()) {
            Files.write(file, new byte[0]);
        }
    }
}
