package io.jenkins.plugins.bluegreen.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** This very machine: processes and sockets of this JVM. */
public final class LocalHost implements Host {
    /** How Java shows Linux's E2BIG. */
    private static final String TOO_LONG = "error=7,";

    /**
     * What Java says where its own little program, which becomes the one to be started, was ended before it could: a Ctrl-C
     * in a terminal reaches that one too, and what puts everything back just then must not fail for it.
     */
    private static final String ENDED_AT_START = "spawn helper";

    /** Starts a process: the operating system, but for tests. */
    @FunctionalInterface
    interface Starter {
        Process start(ProcessBuilder builder) throws IOException;
    }

    private final Starter starter;

    private final ExecutorService pumps = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "bluegreen-host");
        thread.setDaemon(true);
        return thread;
    });
    private final LocalHttp http = new LocalHttp(pumps);

    public LocalHost() {
        this(ProcessBuilder::start);
    }

    LocalHost(Starter starter) {
        this.starter = starter;
    }

    @Override
    public RunningCommand start(Command command) {
        ProcessBuilder builder = new ProcessBuilder(command.argv());
        builder.environment().putAll(command.environment());
        try {
            return new LocalCommand(start(builder), command.input());
        } catch (IOException e) {
            throw new HostException("'" + command.argv().get(0) + "' can't be started here: " + reason(e), e);
        }
    }

    private Process start(ProcessBuilder builder) throws IOException {
        try {
            return starter.start(builder);
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains(ENDED_AT_START)) {
                return starter.start(builder);
            }
            throw e;
        }
    }

    private static String reason(IOException e) {
        String said = String.valueOf(e.getMessage());
        return said.contains(TOO_LONG)
                ? "its arguments and environment are longer than this system takes. Put what is long into files."
                : said + ". Is it installed and on the PATH?";
    }

    @Override
    public HttpAnswer call(HttpCall call) throws IOException, InterruptedException {
        return http.call(call);
    }

    @Override
    public void connect(String address, int port, Duration limit) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), (int) limit.toMillis());
        }
    }

    @Override
    public List<Integer> post(String socket, List<String> targets, Duration limit)
            throws IOException, InterruptedException {
        try (UnixSocket connection = new UnixSocket()) {
            Future<List<Integer>> statuses = pumps.submit(() -> connection.post(socket, targets));
            return statuses.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The socket " + socket + " did not answer: " + e, e);
        }
    }

    private final class LocalCommand implements RunningCommand {
        private final Process process;
        private final CompletableFuture<String> out;
        private final CompletableFuture<String> err;

        LocalCommand(Process process, byte[] input) {
            this.process = process;
            this.out = pump(process.getInputStream());
            this.err = pump(process.getErrorStream());
            feed(process.getOutputStream(), input);
        }

        private CompletableFuture<String> pump(InputStream stream) {
            return CompletableFuture.supplyAsync(
                    () -> {
                        ByteArrayOutputStream all = new ByteArrayOutputStream();
                        try (stream) {
                            stream.transferTo(all);
                        } catch (IOException e) {
                            // The process was ended: what it had said until then is what there is.
                            return all.toString(StandardCharsets.UTF_8);
                        }
                        return all.toString(StandardCharsets.UTF_8);
                    },
                    pumps);
        }

        private void feed(OutputStream stream, byte[] input) {
            pumps.execute(() -> {
                try (stream) {
                    stream.write(input);
                } catch (IOException ignored) {
                    // It ended without reading its input; its exit code and messages say why.
                }
            });
        }

        @Override
        public Optional<CommandResult> await(Duration limit) throws InterruptedException {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            return Optional.of(new CommandResult(process.exitValue(), out.join(), err.join()));
        }

        @Override
        public void close() {
            if (process.isAlive()) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }
}
