package io.jenkins.plugins.bluegreen.meter;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/**
 * The GET requests of one lane, over sockets of their own. Thread-safe.
 *
 * <p>Both clients of the JDK repeat a failed GET without a word: {@code java.net.http.HttpClient} where a connection
 * broke before the answer, {@code HttpURLConnection} likewise. That hides what a downtime meter is there to see, so this
 * one repeats only what RFC 9110, 9.2.2 and RFC 9112, 9.3.1 let every client repeat (a kept connection that had just
 * been closed), once, and says so.
 */
final class Exchange implements AutoCloseable {
    private final Lane lane;
    private final String versionHeader;
    private final Dialer dialer;
    private final byte[] request;

    /** Idle connections, the one used last in front: the others may close of old age, as in a browser. */
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    Exchange(Lane lane, String versionHeader, SSLSocketFactory tls) {
        this.lane = lane;
        this.versionHeader = versionHeader;
        this.dialer = new Dialer(lane.url(), tls);
        this.request = request(lane);
    }

    /** Whose requests these are. */
    Lane lane() {
        return lane;
    }

    /**
     * What became of one request.
     *
     * @param status the answer's status, 0 where there was none
     * @param version the version header's value, or empty
     * @param repeated whether it had to be sent twice
     * @param fault why it was lost, or empty
     */
    record Outcome(int status, String version, boolean repeated, String fault) {}

    /** Asks once. Blocks until the answer is complete, it is lost, or {@code deadline} ({@link System#nanoTime()}) passed. */
    Outcome get(long deadline) {
        Connection kept = freshest();
        if (kept != null) {
            try {
                return outcome(ask(kept, deadline), false);
            } catch (LostException e) {
                if (!e.repeatable()) {
                    return lost(e.getMessage(), false);
                }
            } catch (IOException e) {
                return lost(reason(e, kept.begun()), false);
            }
        }
        return getAnew(deadline, kept != null);
    }

    private Outcome getAnew(long deadline, boolean repeated) {
        Connection connection;
        try {
            connection = dialer.open(deadline);
        } catch (IOException e) {
            return lost(reason(e, false), repeated);
        }
        try {
            return outcome(ask(connection, deadline), repeated);
        } catch (IOException e) {
            return lost(reason(e, connection.begun()), repeated);
        }
    }

    /** Closes the kept connections that are idle. */
    @Override
    public void close() {
        for (Connection next = idle.poll(); next != null; next = idle.poll()) {
            next.close();
        }
    }

    private Answer ask(Connection connection, long deadline) throws IOException {
        boolean keep = false;
        try {
            Answer answer = connection.ask(request, versionHeader, deadline);
            keep = lane.keepsConnections() && answer.keeps();
            return answer;
        } finally {
            if (keep) {
                idle.addFirst(connection);
            } else {
                connection.close();
            }
        }
    }

    private Connection freshest() {
        for (Connection next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            if (!next.stale()) {
                return next;
            }
            next.close();
        }
        return null;
    }

    private static Outcome outcome(Answer answer, boolean repeated) {
        String fault =
                answer.status() >= 500 ? Integer.toString(answer.status()).intern() : "";
        return new Outcome(answer.status(), answer.version(), repeated, fault);
    }

    private static Outcome lost(String reason, boolean repeated) {
        return new Outcome(0, "", repeated, reason.intern());
    }

    private String reason(IOException e, boolean begun) {
        if (e instanceof LostException) {
            return e.getMessage();
        }
        if (e instanceof SocketTimeoutException) {
            return begun ? "answer not finished within " + words(lane.limit()) : noAnswerWithin(lane.limit());
        }
        if (e instanceof UnknownHostException) {
            return "name '" + lane.url().getHost() + "' not found";
        }
        if (e instanceof SSLException) {
            return "TLS failed: " + e.getMessage();
        }
        if (e instanceof ConnectException && String.valueOf(e.getMessage()).contains("refused")) {
            return "connection refused";
        }
        return "connection failed: " + e.getMessage();
    }

    /** The reason where a lane's limit passed without an answer. */
    static String noAnswerWithin(Duration limit) {
        return "no answer within " + words(limit);
    }

    private static String words(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }

    private static byte[] request(Lane lane) {
        URI url = lane.url();
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String target = URI.create(path + query).toASCIIString();
        return ("GET " + target + " HTTP/1.1\r\n"
                        + "Host: " + url.getHost() + (url.getPort() >= 0 ? ":" + url.getPort() : "") + "\r\n"
                        + "User-Agent: bluegreen-meter\r\n"
                        + "Accept: */*\r\n"
                        + (lane.keepsConnections() ? "" : "Connection: close\r\n")
                        + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
