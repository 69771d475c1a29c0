package io.jenkins.plugins.bluegreen.host;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

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

    /**
     * POSTs to a server on a Unix socket of this host, without a body, one request right after another on one connection;
     * stops after the first that isn't answered with a status from 200 to 299.
     *
     * @param socket the socket's path
     * @param targets paths with their queries, as they go into the request line
     * @param limit for all of them together
     * @return the statuses of the requests made
     * @throws IOException where the socket can't be reached, as from hosts that can't do this at all, or a request wasn't
     *     answered: it may have been carried out all the same
     */
    default List<Integer> post(String socket, List<String> targets, Duration limit)
            throws IOException, InterruptedException {
        throw new IOException("Sockets can't be reached from here.");
    }
}
