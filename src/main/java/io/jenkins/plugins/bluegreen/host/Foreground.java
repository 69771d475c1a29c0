package io.jenkins.plugins.bluegreen.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** A command on this machine whose lines are passed on as it writes them, so that a person sees what happens. */
public final class Foreground {
    private final Command command;

    /** The command's limit and input don't count: it runs until it ends, with whatever comes from the terminal. */
    public Foreground(Command command) {
        this.command = command;
    }

    /**
     * Runs it to its end, and returns its exit code.
     *
     * @param out takes each line of its standard output, on a thread of its own
     * @param err the same of its standard error
     * @throws HostException where it can't be started
     */
    public int run(Consumer<String> out, Consumer<String> err) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command.argv()).redirectInput(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(command.environment());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new HostException("'" + command.argv().get(0) + "' can't be started here. Is it installed?", e);
        }
        try {
            for (Thread reader :
                    List.of(reader(process.getInputStream(), out), reader(process.getErrorStream(), err))) {
                reader.join();
            }
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }

    private static Thread reader(InputStream from, Consumer<String> to) {
        Thread thread = new Thread(() -> read(from, to), "bluegreen-foreground");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void read(InputStream from, Consumer<String> to) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                to.accept(line);
            }
        } catch (IOException e) {
            // It was ended while it wrote: there is no more to read.
        }
    }
}
