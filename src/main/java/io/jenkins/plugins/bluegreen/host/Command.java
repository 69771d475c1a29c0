package io.jenkins.plugins.bluegreen.host;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One command: an argument list, never a shell's string. Secrets belong into the environment or the input, which
 * {@link #toString()} leaves out. Immutable.
 *
 * @param argv the program and its arguments
 * @param environment variables added to the process's own
 * @param input what the process reads on standard input; empty means an input that ends at once
 * @param limit how long it may run before it is ended
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; copied on the way in and out
public record Command(List<String> argv, Map<String, String> environment, byte[] input, Duration limit) {
    private static final Duration DEFAULT_LIMIT = Duration.ofMinutes(2);

    public Command {
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("A command needs a program.");
        }
        for (String argument : argv) {
            if (argument.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("An argument of '" + argv.get(0) + "' contains a NUL character.");
            }
        }
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        input = input.clone();
    }

    /** A command without input or additional environment that may take two minutes. */
    public static Command of(String... argv) {
        return of(List.of(argv));
    }

    /** A command without input or additional environment that may take two minutes. */
    public static Command of(List<String> argv) {
        return new Command(argv, Map.of(), new byte[0], DEFAULT_LIMIT);
    }

    /** The same command, reading this text (UTF-8). */
    public Command withInput(String text) {
        return new Command(argv, environment, text.getBytes(StandardCharsets.UTF_8), limit);
    }

    /** The same command with these variables too. */
    public Command withEnvironment(Map<String, String> variables) {
        Map<String, String> all = new TreeMap<>(environment);
        all.putAll(variables);
        return new Command(argv, all, input, limit);
    }

    /** The same command with another limit. */
    public Command within(Duration newLimit) {
        return new Command(argv, environment, input, newLimit);
    }

    @Override
    public byte[] input() {
        return input.clone();
    }

    @Override
    public String toString() {
        return String.join(" ", argv);
    }
}
