package io.jenkins.plugins.bluegreen.jenkins;

import hudson.model.Run;
import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.report.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The picture of a deployment's timeline, in a file of its own in its build's folder: {@code build.xml}, which Jenkins keeps
 * in memory, stays small.
 */
final class TimelinePicture {
    private final Path file;

    private TimelinePicture(Path file) {
        this.file = file;
    }

    /**
     * That of a build's deployment, there or not.
     *
     * @param number which of the build's deployments, from 1
     */
    static TimelinePicture of(Run<?, ?> run, int number) {
        return new TimelinePicture(run.getRootDir().toPath().resolve("blue-green-deploy-" + number + ".svg"));
    }

    /** Draws it. A report without phases, of a deploy that a restart cut in two, has none. */
    void draw(Report report) throws IOException {
        if (!report.phases().isEmpty()) {
            Files.writeString(file, Timeline.svg(report));
        }
    }

    /** The picture as SVG, in which every text is escaped; empty where there is none. */
    Optional<String> svg() {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // the page can do without, and has the same in a table
        }
    }
}
