package io.jenkins.plugins.bluegreen.host;

import java.time.Duration;
import java.util.Optional;

/** A command under way. Thread-safe. Closing ends it; closing one that has ended does nothing. */
public interface RunningCommand extends AutoCloseable {
    /**
     * Waits for the command to end, for no longer than {@code limit}; zero looks without waiting.
     *
     * @return how it ended, or empty while it runs
     * @throws HostException where the command cannot be watched any more
     */
    Optional<CommandResult> await(Duration limit) throws InterruptedException;

    /** Ends the command if it still runs. Doesn't throw. */
    @Override
    void close();
}
