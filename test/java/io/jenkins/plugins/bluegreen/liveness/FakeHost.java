package io.jenkins.plugins.bluegreen.liveness;

import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.Host;
import io.jenkins.plugins.bluegreen.host.HttpAnswer;
import io.jenkins.plugins.bluegreen.host.HttpCall;
import io.jenkins.plugins.bluegreen.host.RunningCommand;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A host with one container, whose answers and whose end a test decides. */
final class FakeHost implements Host {
    /** How the container answers an HTTP request. */
    @FunctionalInterface
    interface Web {
        HttpAnswer answer(int attempt, HttpCall call) throws IOException, InterruptedException;
    }

    final List<HttpCall> calls = new CopyOnWriteArrayList<>();
    final AtomicInteger inspections = new AtomicInteger();
    final AtomicInteger waits = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile Web web = (attempt, call) -> new HttpAnswer(200, java.util.Map.of(), "ok");
    private volatile CommandResult execResult = new CommandResult(0, "", "");
    private volatile String json = container("running", 0, 0, false, 1);
    private volatile CompletableFuture<CommandResult> exit = new CompletableFuture<>();

    static String container(String status, int restarts, int exitCode, boolean outOfMemory, int start) {
        return """
                [{"Id":"c0ffee","Name":"/orders-candidate","Created":"2026-01-01T00:00:00Z","RestartCount":%d,
                  "State":{"Status":"%s","ExitCode":%d,"OOMKilled":%b,"StartedAt":"2026-01-01T00:00:0%dZ"}}]
                """.formatted(restarts, status, exitCode, outOfMemory, start);
    }

    void answers(Web how) {
        web = how;
    }

    void execEnds(CommandResult how) {
        execResult = how;
    }

    void shows(String containerJson) {
        json = containerJson;
    }

    /** The container ends: what docker shows from now on, and what docker wait printed. */
    void ends(String containerJson, CommandResult waited) {
        json = containerJson;
        exit.complete(waited);
    }

    /** Only the client that waits ends; the next one can wait again. */
    void waitBreaks() {
        CompletableFuture<CommandResult> broken = exit;
        exit = new CompletableFuture<>();
        broken.complete(new CommandResult(1, "", "unexpected EOF"));
    }

    @Override
    public CommandResult run(Command command) {
        return switch (command.argv().get(1)) {
            case "container" -> {
                inspections.incrementAndGet();
                yield json.isEmpty()
                        ? new CommandResult(1, "[]", "Error: No such container: c0ffee")
                        : new CommandResult(0, json, "");
            }
            case "exec" -> execResult;
            default -> throw new AssertionError("not expected: " + command);
        };
    }

    @Override
    public RunningCommand start(Command command) {
        waits.incrementAndGet();
        return new FakeWait(exit);
    }

    @Override
    public HttpAnswer call(HttpCall call) throws IOException, InterruptedException {
        calls.add(call);
        return web.answer(attempts.incrementAndGet(), call);
    }

    @Override
    public void connect(String address, int port, Duration limit) throws IOException {
        throw new IOException("not expected: a connection to " + address);
    }

    private record FakeWait(CompletableFuture<CommandResult> exit) implements RunningCommand {
        @Override
        public Optional<CommandResult> await(Duration limit) throws InterruptedException {
            try {
                return Optional.of(exit.get(limit.toNanos(), TimeUnit.NANOSECONDS));
            } catch (TimeoutException e) {
                return Optional.empty();
            } catch (ExecutionException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {}
    }
}
