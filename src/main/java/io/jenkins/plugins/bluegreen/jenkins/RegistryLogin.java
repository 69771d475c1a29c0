package io.jenkins.plugins.bluegreen.jenkins;

import hudson.AbortException;
import hudson.FilePath;
import hudson.slaves.WorkspaceList;
import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.Host;
import io.jenkins.plugins.bluegreen.text.Quoted;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A log-in to a registry that counts for one deploy: it is kept in a folder beside the workspace, where nothing is built
 * from, and which only its owner may enter, and {@link #forget} deletes that.
 *
 * @param folder Docker's configuration while it lasts
 */
record RegistryLogin(FilePath folder) {
    private static final Pattern REGISTRY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:/_-]*");
    private static final Pattern REFUSED =
            Pattern.compile("\\b(?:401|403|unauthorized|denied|incorrect)\\b", Pattern.CASE_INSENSITIVE);
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int OWNER_ONLY = 0700;

    /** Where one belongs for this build; the same again after a restart of the controller. */
    static RegistryLogin of(FilePath workspace, BuildName build) throws AbortException {
        FilePath beside = WorkspaceList.tempDir(workspace);
        if (beside == null) {
            throw new AbortException(
                    "The workspace is the root of a file system, so that there is no place beside it to"
                            + " keep a registry's log-in.");
        }
        return new RegistryLogin(beside.child("blue-green-deploy-" + build.number()));
    }

    /** The variables with which {@code docker} finds it. */
    Map<String, String> environment() {
        return Map.of("DOCKER_CONFIG", folder.getRemote());
    }

    /**
     * Logs in. Blocks for a minute at most.
     *
     * @param registry its address; {@code null} means Docker Hub
     * @throws AbortException where the registry doesn't want us, or can't be reached
     */
    RegistryLogin logIn(Host host, String registry, Login login) throws IOException, InterruptedException {
        if (registry != null) {
            checkAddress(registry);
        }
        folder.mkdirs();
        folder.chmod(OWNER_ONLY);
        List<String> argv =
                new ArrayList<>(List.of("docker", "login", "--username=" + login.user(), "--password-stdin"));
        if (registry != null) {
            argv.add(registry);
        }
        CommandResult answer = host.run(Command.of(argv)
                .withEnvironment(environment())
                .withInput(login.password().reveal())
                .within(LIMIT));
        if (!answer.succeeded()) {
            throw new AbortException(
                    failure(registry, login.user(), answer.err().strip()));
        }
        return this;
    }

    /** Why it didn't succeed: the client's answer tells a registry that doesn't want us from one that can't be reached. */
    static String failure(String registry, String user, String said) {
        return "The registry " + (registry == null ? "Docker Hub" : "'" + registry + "'")
                + (REFUSED.matcher(said).find() ? " refused the log-in as '" : " can't be logged in to as '") + user
                + "': "
                + said;
    }

    /** @throws AbortException with a sentence, where it can't be a registry's address */
    static void checkAddress(String registry) throws AbortException {
        if (!REGISTRY.matcher(registry).matches()) {
            throw new AbortException("The field 'registry' holds " + Quoted.of(registry)
                    + ", which is no registry's address. Expected one such as registry.example.com:5000.");
        }
    }

    /** Also for an interrupted thread, which couldn't talk to the agent else. */
    void forget() throws IOException, InterruptedException {
        boolean interrupted = Thread.interrupted();
        try {
            folder.deleteRecursive();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
