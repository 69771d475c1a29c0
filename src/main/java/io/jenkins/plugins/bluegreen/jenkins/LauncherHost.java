package io.jenkins.plugins.bluegreen.jenkins;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Proc;
import hudson.remoting.Callable;
import hudson.remoting.ChannelClosedException;
import hudson.remoting.RequestAbortedException;
import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.Host;
import io.jenkins.plugins.bluegreen.host.HostException;
import io.jenkins.plugins.bluegreen.host.HttpAnswer;
import io.jenkins.plugins.bluegreen.host.HttpCall;
import io.jenkins.plugins.bluegreen.host.RunningCommand;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The machine on which a build runs, as its step sees it: commands go through the step's own launcher, so that whatever is
 * wrapped around the step ({@code container('docker')}, {@code withDockerServer}) applies. HTTP requests and connections are
 * made by the agent itself. Thread-safe.
 */
final class LauncherHost implements Host {
    /** Those that start commands on the agent itself. Any other one, theirs included, may start them elsewhere. */
    private static final Set<Class<?>> DIRECT = Set.of(Launcher.LocalLauncher.class, Launcher.RemoteLauncher.class);

    private final Launcher launcher;
    private final FilePath workspace;
    private final Map<String, String> environment;

    LauncherHost(Launcher launcher, FilePath workspace, EnvVars environment) {
        this.launcher = launcher;
        this.workspace = workspace;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public RunningCommand start(Command command) {
        Optional<InputFile> input = Optional.empty();
        try {
            if (!direct() && command.input().length > 0) {
                input = Optional.of(InputFile.write(workspace, command.input()));
            }
            return launched(command, input);
        } catch (RequestAbortedException e) {
            throw AgentGone.in(e).orElseThrow();
        } catch (IOException e) {
            input.ifPresent(InputFile::delete);
            throw notStarted(command.argv().get(0), e);
        } catch (InterruptedException e) {
            throw notStarted(command.argv().get(0), new InterruptedIOException());
        }
    }

    private LaunchedCommand launched(Command command, Optional<InputFile> input) throws IOException {
        Map<String, String> variables = new TreeMap<>(environment);
        variables.putAll(command.environment());
        List<String> argv = input.map(file -> file.readBy(command.argv())).orElse(command.argv());
        CappedOutput out = new CappedOutput();
        CappedOutput err = new CappedOutput();
        Proc process = launcher.launch()
                .cmds(Dollars.doubled(argv))
                .envs(Dollars.doubled(variables))
                .pwd(workspace)
                .quiet(true)
                .stdin(new ByteArrayInputStream(input.isPresent() ? new byte[0] : command.input()))
                .stdout(out)
                .stderr(err)
                .start();
        return new LaunchedCommand(process, out, err, input);
    }

    /** A launcher tells an interrupt as an {@link IOException}; the thread stays interrupted, or nobody would know. */
    static HostException notStarted(String program, IOException e) {
        if (e instanceof InterruptedIOException) {
            Thread.currentThread().interrupt();
            return new HostException("'" + program + "' was called off before it had started.", e);
        }
        return AgentGone.in(e)
                .orElseGet(() -> new HostException(
                        "'" + program + "' can't be started where this build runs: " + e.getMessage()
                                + ". Is it installed there and on the PATH?",
                        e));
    }

    private <T> T ask(Callable<T, IOException> question) throws IOException, InterruptedException {
        try {
            return launcher.getChannel().call(question);
        } catch (ChannelClosedException | RequestAbortedException e) {
            throw AgentGone.in(e).orElseThrow();
        }
    }

    private boolean direct() {
        return DIRECT.contains(launcher.getClass());
    }

    @Override
    public HttpAnswer call(HttpCall call) throws IOException, InterruptedException {
        return ask(new AgentHttpCall(call)).answer();
    }

    @Override
    public void connect(String address, int port, Duration limit) throws IOException, InterruptedException {
        ask(new AgentConnect(address, port, limit.toMillis()));
    }

    /**
     * By the agent, and only where commands run on it directly: what a wrapped command finds at a path, in a container
     * for instance, is another socket than the agent's.
     */
    @Override
    public List<Integer> post(String socket, List<String> targets, Duration limit)
            throws IOException, InterruptedException {
        if (!direct()) {
            throw new IOException("Commands are wrapped here, so the agent's sockets may not be theirs.");
        }
        AgentPost post = new AgentPost(socket, targets, limit.toMillis());
        return post.statuses(ask(post));
    }
}
