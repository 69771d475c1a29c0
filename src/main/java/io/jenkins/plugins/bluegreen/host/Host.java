package io.jenkins.plugins.bluegreen.host;

import java.io.IOException;
import java.time.Duration;

/**
 * Where the {@code docker} client runs. Implementations are thread-safe.
 *
 * <p>All methods block, and end early with {@link InterruptedException} when their thread is interrupted; a command that
 * was under way is then ended first.
 */
public interface Host {
    /**
     * Runs a command to its end.
     *
     * @throws HostException where it can't be started or runs over its limit
     */
    default CommandResult run(Command command) throws InterruptedException {
        try (RunningCommand running = start(command)) {
            return running.await(command.limit())
                    .orElseThrow(() -> new HostException("'" + command + "' did not end within "
                            + command.limit().toSeconds() + " s and was stopped."));
        }
    }

    /**
     * Starts a command and returns at once; the caller closes it.
     *
     * @throws HostException where it can't be started
     */
    RunningCommand start(Command command);

    /**
     * Makes one HTTP request, without following redirects.
     *
     * @throws IOException where there was no answer: refused, reset, timed out, unknown name
     */
    HttpAnswer call(HttpCall call) throws IOException, InterruptedException;

    /**
     * Opens a TCP connection and closes it again.
     *
     * @throws IOException where it was refused or timed out
     */
    void connect(String address, int port, Duration limit) throws IOException, InterruptedException;
}
