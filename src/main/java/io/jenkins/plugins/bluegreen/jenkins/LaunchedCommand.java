package io.jenkins.plugins.bluegreen.jenkins;

import hudson.Proc;
import hudson.model.Computer;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.HostException;
import io.jenkins.plugins.bluegreen.host.RunningCommand;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A command that Jenkins has started. A thread of Jenkins's pool waits for it, since one can't wait with a limit there. */
final class LaunchedCommand implements RunningCommand {
    private final Proc process;
    private final CappedOutput out;
    private final CappedOutput err;
    private final Future<Integer> end;

    LaunchedCommand(Proc process, CappedOutput out, CappedOutput err, Optional<InputFile> input) {
        this.process = process;
        this.out = out;
        this.err = err;
        this.end = Computer.threadPoolForRemoting.submit(() -> join(input));
    }

    private int join(Optional<InputFile> input) throws IOException, InterruptedException {
        try {
            return process.join();
        } finally {
            input.ifPresent(InputFile::delete);
        }
    }

    @Override
    public Optional<CommandResult> await(Duration limit) throws InterruptedException {
        try {
            int exitCode = end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.of(new CommandResult(exitCode, out.text(), err.text()));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw AgentGone.in(e.getCause())
                    .orElseGet(() -> new HostException(
                            "The command can't be watched any more: "
                                    + e.getCause().getMessage(),
                            e));
        }
    }

    /** On another thread, because killing is a call to the agent, which an interrupted thread can't make. */
    @Override
    public void close() {
        if (!end.isDone()) {
            Computer.threadPoolForRemoting.execute(this::kill);
        }
    }

    private void kill() {
        try {
            process.kill();
        } catch (IOException | InterruptedException ignored) {
            // The agent is gone, and so is all that can be done about it.
        }
    }
}
