package io.jenkins.plugins.bluegreen.settings;

import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.Host;
import io.jenkins.plugins.bluegreen.host.HostException;
import java.time.Duration;
import java.util.Optional;

/** What git knows of a folder. Everything is empty where there is no git, no repository or no commit. */
final class Git {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Host host;
    private final String folder;

    Git(Host host, String folder) {
        this.host = host;
        this.folder = folder;
    }

    /** The commit that is checked out, in full. */
    Optional<String> commit() throws InterruptedException {
        return ask("rev-parse", "--verify", "HEAD").filter(id -> id.matches("[0-9a-f]{40,64}"));
    }

    /** Whether the folder holds something else than the commit. */
    boolean changed() throws InterruptedException {
        return ask("status", "--porcelain", "--", ".")
                .filter(list -> !list.isBlank())
                .isPresent();
    }

    private Optional<String> ask(String... question) throws InterruptedException {
        String[] argv = new String[3 + question.length];
        argv[0] = "git";
        argv[1] = "-C";
        argv[2] = folder;
        System.arraycopy(question, 0, argv, 3, question.length);
        try {
            CommandResult answer = host.run(Command.of(argv).within(LIMIT));
            return answer.succeeded() ? Optional.of(answer.out().strip()) : Optional.empty();
        } catch (HostException e) {
            // No git here: then the version is called after the time.
            return Optional.empty();
        }
    }
}
