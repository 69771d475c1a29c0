package io.jenkins.plugins.bluegreen.traffic;

import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.Host;
import io.jenkins.plugins.bluegreen.host.HttpAnswer;
import io.jenkins.plugins.bluegreen.host.HttpCall;
import io.jenkins.plugins.bluegreen.host.RunningCommand;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A host that answers HTTP calls and commands with what a test laid out for it, in that order, and remembers them. */
final class ScriptedHost implements Host {
    final List<HttpCall> calls = new ArrayList<>();
    final List<List<String>> commands = new ArrayList<>();
    private final Deque<HttpAnswer> answers = new ArrayDeque<>();
    private final Deque<CommandResult> results = new ArrayDeque<>();

    /** The next call is answered so; a status of 0 means that there is no answer. */
    ScriptedHost answers(int status, String body) {
        answers.add(new HttpAnswer(status, Map.of(), body));
        return this;
    }

    /** The next command ends well and prints this. */
    ScriptedHost prints(String out) {
        results.add(new CommandResult(0, out, ""));
        return this;
    }

    /** The next command fails and says this. */
    ScriptedHost fails(String err) {
        results.add(new CommandResult(1, "", err));
        return this;
    }

    /** The calls so far, as {@code METHOD address body}. */
    List<String> said() {
        return calls.stream()
                .map(call -> (call.method() + " " + call.uri() + " " + call.body()).strip())
                .toList();
    }

    @Override
    public HttpAnswer call(HttpCall call) throws IOException {
        calls.add(call);
        if (answers.isEmpty()) {
            throw new AssertionError("Nobody expected the call " + call);
        }
        HttpAnswer answer = answers.remove();
        if (answer.status() == 0) {
            throw new IOException("connection refused");
        }
        return answer;
    }

    @Override
    public CommandResult run(Command command) {
        commands.add(command.argv());
        if (results.isEmpty()) {
            throw new AssertionError("Nobody expected the command " + command);
        }
        return results.remove();
    }

    @Override
    public RunningCommand start(Command command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void connect(String address, int port, Duration limit) throws IOException {
        throw new IOException("nobody listens");
    }
}
