package io.jenkins.plugins.bluegreen.jenkins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jenkins.security.MasterToSlaveCallable;

/** Looks on the agent whether a path leads out of the workspace by way of a symbolic link. */
final class AgentPathCheck extends MasterToSlaveCallable<Boolean, IOException> {
    private static final long serialVersionUID = 1L;

    private final String workspace;
    private final String path;

    AgentPathCheck(String workspace, String path) {
        this.workspace = workspace;
        this.path = path;
    }

    /** True where it stays inside; also where nothing is there, of which others complain. */
    @Override
    public Boolean call() throws IOException {
        Path file = Path.of(path);
        return !Files.exists(file)
                || file.toRealPath().startsWith(Path.of(workspace).toRealPath());
    }
}
