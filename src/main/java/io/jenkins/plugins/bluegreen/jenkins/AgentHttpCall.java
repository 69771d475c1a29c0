package io.jenkins.plugins.bluegreen.jenkins;

import io.jenkins.plugins.bluegreen.host.HttpAnswer;
import io.jenkins.plugins.bluegreen.host.HttpCall;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import jenkins.security.MasterToSlaveCallable;

/** One HTTP request, made by the agent. */
final class AgentHttpCall extends MasterToSlaveCallable<AgentHttpCall.Reply, IOException> {
    private static final long serialVersionUID = 1L;

    private final String method;
    private final URI uri;
    private final HashMap<String, String> headers;
    private final String body;
    private final long limitMillis;

    AgentHttpCall(HttpCall call) {
        this.method = call.method();
        this.uri = call.uri();
        this.headers = new HashMap<>(call.headers());
        this.body = call.body();
        this.limitMillis = call.limit().toMillis();
    }

    @Override
    public Reply call() throws IOException {
        try {
            HttpAnswer answer =
                    AgentMachine.HOST.call(new HttpCall(method, uri, headers, body, Duration.ofMillis(limitMillis)));
            return new Reply(answer.status(), new HashMap<>(answer.headers()), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The request was called off.");
        }
    }

    /**
     * What the agent answers. Not trusted: {@link #answer()} refuses what no honest agent sends.
     *
     * @param status the HTTP status
     * @param headers names in lower case
     * @param body at most 1 MiB
     */
    record Reply(int status, HashMap<String, String> headers, String body) implements Serializable {
        private static final int LONGEST_BODY = 1 << 20;
        private static final int MOST_HEADERS = 1000;

        HttpAnswer answer() throws IOException {
            boolean possible = status >= 100
                    && status <= 999
                    && headers != null
                    && headers.size() <= MOST_HEADERS
                    && body != null
                    && body.length() <= LONGEST_BODY;
            if (!possible) {
                throw new IOException("The agent sent something that is no HTTP answer.");
            }
            return new HttpAnswer(status, Map.copyOf(headers), body);
        }
    }
}
