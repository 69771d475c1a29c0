package io.jenkins.plugins.bluegreen.host;

import java.io.IOException;

/** A command on this machine that has our own input and output, so that a person sees what it writes as it writes it. */
public final class Foreground {
    private final Command command;

    /** The command's limit and input don't count: it runs until it ends, with whatever comes from the terminal. */
    public Foreground(Command command) {
        this.command = command;
    }

    /**
     * Runs it to its end, and returns its exit code.
     *
     * @throws HostException where it can't be started
     */
    public int run() throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command.argv()).inheritIO();
        builder.environment().putAll(command.environment());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new HostException("'" + command.argv().get(0) + "' can't be started here. Is it installed?", e);
        }
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }
}
