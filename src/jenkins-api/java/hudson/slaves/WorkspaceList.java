package hudson.slaves;

import hudson.FilePath;

public final class WorkspaceList {
    WorkspaceList() {}

    public static native FilePath tempDir(FilePath workspace);
}
