package io.jenkins.plugins.bluegreen.cli;

import io.jenkins.plugins.bluegreen.cli.terminal.ProgressLine;
import io.jenkins.plugins.bluegreen.deploy.Progress;
import io.jenkins.plugins.bluegreen.stack.Stack;
import io.jenkins.plugins.bluegreen.stack.description.Description;
import io.jenkins.plugins.bluegreen.stack.description.DescriptionException;
import io.jenkins.plugins.bluegreen.stack.description.DescriptionFile;
import io.jenkins.plugins.bluegreen.stack.secret.GivenSecrets;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Which stack a command is about. */
final class StackOptions {
    /** A pull of several images can take as long. */
    static final Duration LOCK_WAIT = Duration.ofMinutes(10);

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "The stack's description. Default: skycloud.yaml in the current folder.")
    private String file = Description.FILE;

    /** The description that the file holds. */
    Description description(Workplace at) {
        try {
            return new DescriptionFile(at.around().folder().resolve(file)).read();
        } catch (InvalidPathException e) {
            throw new DescriptionException("--file: what was given there is no path that this system can have.");
        }
    }

    /** Opens the stack. */
    Stack open(Workplace at, Progress progress) {
        return stack(at, description(at), progress);
    }

    /** What is done with a stack while its progress is shown. */
    <T> T working(Workplace at, Work<T> work) throws InterruptedException {
        Description description = description(at);
        try (ProgressLine progress = ProgressLine.on(at.terminal(), at.around().clock())) {
            return work.on(stack(at, description, progress));
        }
    }

    private static Stack stack(Workplace at, Description description, Progress progress) {
        return new Stack(at.docker(), description, new GivenSecrets(at.around().environment()), progress);
    }

    /** Something that is done with a stack. */
    @FunctionalInterface
    interface Work<T> {
        T on(Stack stack) throws InterruptedException;
    }
}
