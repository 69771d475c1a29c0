package io.jenkins.plugins.bluegreen.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP requests of this JVM, each over a connection of its own: a kept one would make the container that was asked look
 * busy when its connections are counted. That is why it stands on {@link HttpURLConnection}: {@code java.net.http} keeps
 * connections and can't be told not to. Thread-safe.
 */
final class LocalHttp {
    private static final int BODY_LIMIT = 1 << 20;

    private final ExecutorService threads;

    LocalHttp(ExecutorService threads) {
        this.threads = threads;
    }

    /** As {@link Host#call}. Asked on another thread, because the JDK's own limits are for one read each. */
    HttpAnswer call(HttpCall call) throws IOException, InterruptedException {
        HttpURLConnection connection = prepared(call);
        Future<HttpAnswer> answer = threads.submit(() -> ask(connection, call));
        try {
            return answer.get(call.limit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            SocketTimeoutException late = new SocketTimeoutException(
                    "no complete answer within " + call.limit().toMillis() + " ms");
            late.initCause(e);
            throw late;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException("The request could not be made: " + e.getCause(), e.getCause());
        } finally {
            connection.disconnect();
        }
    }

    private static HttpURLConnection prepared(HttpCall call) throws IOException {
        URLConnection any = call.uri().toURL().openConnection();
        if (!(any instanceof HttpURLConnection connection)) {
            throw new IOException("'" + call.uri().getScheme() + "' is neither http nor https.");
        }
        int limit = millis(call.limit());
        connection.setConnectTimeout(limit);
        connection.setReadTimeout(limit);
        connection.setRequestMethod(call.method());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestProperty("User-Agent", "bluegreen");
        connection.setRequestProperty("Accept", "*/*");
        call.headers().forEach(connection::setRequestProperty);
        connection.setRequestProperty("Connection", "close");
        return connection;
    }

    /** 0 would mean for ever. */
    private static int millis(Duration limit) {
        return (int) Math.max(1, Math.min(limit.toMillis(), Integer.MAX_VALUE));
    }

    private static HttpAnswer ask(HttpURLConnection connection, HttpCall call) throws IOException {
        if (!call.body().isEmpty()) {
            connection.setDoOutput(true);
            // Not streamed: after an error the JDK may take up a connection that has been closed, and must be able to
            // repeat.
            try (OutputStream out = connection.getOutputStream()) {
                out.write(call.body().getBytes(StandardCharsets.UTF_8));
            }
        }
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new IOException("what answered doesn't speak HTTP");
        }
        return new HttpAnswer(status, headers(connection), body(connection, status));
    }

    private static Map<String, String> headers(HttpURLConnection connection) {
        Map<String, String> headers = new TreeMap<>();
        for (Map.Entry<String, List<String>> field :
                connection.getHeaderFields().entrySet()) {
            if (field.getKey() != null) { // the status line has none
                List<String> values = field.getValue();
                // The JDK lists them in reverse.
                headers.putIfAbsent(field.getKey().toLowerCase(java.util.Locale.ROOT), values.get(values.size() - 1));
            }
        }
        return headers;
    }

    private static String body(HttpURLConnection connection, int status) throws IOException {
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return in == null ? "" : new String(in.readNBytes(BODY_LIMIT), StandardCharsets.UTF_8);
        }
    }
}
