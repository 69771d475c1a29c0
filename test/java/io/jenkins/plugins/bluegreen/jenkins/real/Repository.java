package io.jenkins.plugins.bluegreen.jenkins.real;

import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.LocalHost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Git repositories for pipelines to check out. */
final class Repository {
    private Repository() {}

    /** Makes a bare one whose branch {@code main} holds a folder's files, as they are now, but for the ignored ones. */
    static void of(Path folder, Path bare) throws InterruptedException {
        git(List.of("init", "--quiet", "--bare", "--initial-branch=main", bare.toString()));
        git(bare, folder, "add", "--all");
        git(bare, folder, "commit", "--quiet", "--no-verify", "--message=As it is now");
    }

    private static void git(Path bare, Path folder, String... arguments) throws InterruptedException {
        List<String> all = new ArrayList<>(List.of("--git-dir=" + bare, "--work-tree=" + folder));
        all.addAll(List.of("-c", "user.name=Test", "-c", "user.email=test@localhost", "-c", "commit.gpgSign=false"));
        all.addAll(List.of(arguments));
        git(all);
    }

    private static void git(List<String> arguments) throws InterruptedException {
        List<String> argv = new ArrayList<>(List.of("git"));
        argv.addAll(arguments);
        CommandResult result = new LocalHost().run(Command.of(argv));
        if (!result.succeeded()) {
            throw new IllegalStateException(argv + ": " + result.err());
        }
    }
}
