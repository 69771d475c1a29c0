package io.jenkins.plugins.bluegreen.jenkins;

import hudson.FilePath;
import hudson.slaves.WorkspaceList;
import io.jenkins.plugins.bluegreen.host.HostException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A command's standard input as a file beside the workspace, for launchers that put a command into a container: those of
 * {@code docker.image(…).inside} and {@code container(…)} don't pass the input on. Only its owner may read the file, and
 * the command deletes it as soon as it has opened it.
 *
 * @param file where it is, for the agent and in the container alike
 */
record InputFile(FilePath file) {
    /** Opens the file as its input, deletes it, and becomes the command that follows. */
    private static final String READ = "exec <\"$1\" && rm -f \"$1\" && shift && exec \"$@\"";

    private static final int OWNER_ONLY = 0600;

    /** Writes one. */
    static InputFile write(FilePath workspace, byte[] input) throws IOException, InterruptedException {
        FilePath beside = WorkspaceList.tempDir(workspace);
        if (beside == null) {
            throw new HostException(
                    "The workspace is the root of a file system, so that there is no place beside it for"
                            + " the input of a command in a container.");
        }
        beside.mkdirs();
        InputFile written = new InputFile(beside.child("blue-green-deploy-input-" + UUID.randomUUID()));
        try {
            written.file.touch(System.currentTimeMillis());
            written.file.chmod(OWNER_ONLY);
            written.file.copyFrom(new ByteArrayInputStream(input));
            return written;
        } catch (IOException | InterruptedException e) {
            written.delete();
            throw e;
        }
    }

    /** The command, as one that takes its input from the file. */
    List<String> readBy(List<String> argv) {
        List<String> all = new ArrayList<>(List.of("sh", "-c", READ, "sh", file.getRemote()));
        all.addAll(argv);
        return all;
    }

    /** Where the command didn't come to it. On another thread's behalf too, so an interrupt is kept for later. */
    void delete() {
        boolean interrupted = Thread.interrupted();
        try {
            file.delete();
        } catch (IOException e) {
            // The agent is gone, and all that can be done about it.
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
