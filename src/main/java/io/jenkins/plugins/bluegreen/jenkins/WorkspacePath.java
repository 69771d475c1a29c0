package io.jenkins.plugins.bluegreen.jenkins;

import hudson.AbortException;
import java.util.Arrays;

/** Paths that users give: relative to the workspace, and never out of it. */
final class WorkspacePath {
    private WorkspacePath() {}

    /**
     * The absolute path of something in the workspace.
     *
     * @throws AbortException with a sentence, where it would lie outside
     */
    static String resolve(String workspace, String relative) throws AbortException {
        boolean leaves = Arrays.asList(relative.split("[/\\\\]")).contains("..");
        if (leaves || relative.startsWith("/") || relative.startsWith("-") || relative.indexOf(':') >= 0) {
            throw new AbortException("The path '" + relative + "' isn't one inside the workspace."
                    + " Give it relative to the workspace, without '..'.");
        }
        return relative.equals(".") ? workspace : workspace + "/" + relative;
    }
}
