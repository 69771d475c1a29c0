package io.jenkins.plugins.bluegreen.liveness;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.HostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A program inside the container that ends with 0. One that hangs counts as a bad answer, but goes on in the container:
 * Docker has no way to end it.
 *
 * @param argv the program and its arguments, run without a shell
 */
public record ExecCheck(List<String> argv) implements Check {
    /** With these, it is Docker that says why the program didn't run; others say what the program makes of them. */
    private static final Set<Integer> NOT_RUN = Set.of(125, 126, 127);

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException with a sentence, where that is no program
     */
    public ExecCheck {
        argv = List.copyOf(argv);
        if (argv.isEmpty() || argv.get(0).isBlank()) {
            throw new IllegalArgumentException("An exec check needs a program to run.");
        }
        if (argv.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("An argument of the exec check contains a NUL character.");
        }
    }

    @Override
    public Answer ask(Docker docker, Target target, Duration limit) throws InterruptedException {
        CommandResult result;
        try {
            result = docker.exec(target.container(), argv, "", limit);
        } catch (HostException e) {
            return NoAnswer.within(limit);
        }
        return new Answer(result.succeeded(), "exit code " + result.exitCode() + why(result));
    }

    /** The program's own output stays out: it may hold secrets. */
    private static String why(CommandResult result) {
        return NOT_RUN.contains(result.exitCode()) && !result.succeeded()
                ? (result.err() + result.out())
                        .lines()
                        .filter(line -> line.startsWith("OCI runtime") || line.startsWith("Error response"))
                        .findFirst()
                        .map(line -> " (" + line + ")")
                        .orElse("")
                : "";
    }

    @Override
    public String describe() {
        return "running '" + argv.get(0) + "' inside it, expecting exit code 0";
    }
}
