package io.jenkins.plugins.bluegreen.traffic;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 100 GETs a second on kept connections, 100 on new ones, and 5 that take 2 s. */
final class Load implements AutoCloseable {
    private static final int LIMIT_MILLIS = 5_000;
    private static final Pattern HEAD = Pattern.compile("HTTP/1.1 (\\d+) .*?\r\nX-Version: (\\w+)", Pattern.DOTALL);
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)");

    private final InetSocketAddress target;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final Deque<Socket> idle = new ConcurrentLinkedDeque<>();

    final AtomicInteger requests = new AtomicInteger();
    /** Requests sent again because a kept connection was closed before any answer, as RFC 9110, 9.2.2 allows. */
    final AtomicInteger repeated = new AtomicInteger();

    final Queue<String> lost = new ConcurrentLinkedQueue<>();
    final Map<String, AtomicInteger> versions = new ConcurrentHashMap<>();
    /** Which version must answer what is sent from now on; null where it's open. */
    final AtomicReference<String> expected = new AtomicReference<>();

    Load(String address, int port) {
        this.target = new InetSocketAddress(address, port);
        every(10_000, () -> answered("kept", this::kept));
        every(10_000, () -> answered("new", () -> fresh("/")));
        every(200_000, () -> answered("slow", () -> fresh("/slow")));
    }

    private interface Request {
        String send() throws IOException;
    }

    private void every(int micros, Runnable request) {
        var unused = clock.scheduleAtFixedRate(() -> clients.execute(request), 0, micros, TimeUnit.MICROSECONDS);
    }

    private void answered(String lane, Request request) {
        requests.incrementAndGet();
        String due = expected.get();
        try {
            String version = request.send();
            versions.computeIfAbsent(version, v -> new AtomicInteger()).incrementAndGet();
            if (due != null && due.equals(expected.get()) && !due.equals(version)) {
                lost.add(lane + ": answered by " + version + " after the switch to " + due);
            }
        } catch (IOException e) {
            lost.add(lane + ": " + e);
        }
    }

    private String kept() throws IOException {
        Socket socket = idle.poll();
        if (socket != null) {
            try {
                return keptOn(socket);
            } catch (EOFException | java.net.SocketException e) {
                repeated.incrementAndGet();
            }
        }
        return keptOn(connect());
    }

    private String keptOn(Socket socket) throws IOException {
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: orders\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        String head = head(socket.getInputStream());
        Matcher length = LENGTH.matcher(head);
        if (length.find()) {
            int size = Integer.parseInt(length.group(1));
            if (socket.getInputStream().readNBytes(size).length < size) {
                throw new IOException("the body broke off");
            }
        }
        String version = version(head);
        if (head.contains("\r\nConnection: close")) {
            socket.close();
        } else {
            idle.add(socket);
        }
        return version;
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0 && head.size() == 0) {
                throw new EOFException("closed before any answer");
            }
            if (next < 0) {
                throw new IOException("the answer broke off");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private String fresh(String path) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: orders\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return version(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(target, LIMIT_MILLIS);
        socket.setSoTimeout(LIMIT_MILLIS);
        return socket;
    }

    private static String version(String answer) throws IOException {
        Matcher head = HEAD.matcher(answer.replace("x-version", "X-Version"));
        if (!head.find() || !head.group(1).equals("200")) {
            throw new IOException("answered: " + answer.lines().findFirst().orElse("nothing"));
        }
        return head.group(2);
    }

    int answeredBy(String version) {
        return versions.getOrDefault(version, new AtomicInteger()).get();
    }

    List<String> losses() {
        return List.copyOf(lost);
    }

    /** Waits until some more requests have been made. */
    void during(int count) throws InterruptedException {
        int end = requests.get() + count;
        Stage.await(count + " more requests", () -> requests.get() >= end);
    }

    /** Sends nothing more, and waits for what is under way. */
    @Override
    public void close() {
        clock.shutdownNow();
        clients.shutdown();
        try {
            if (!clients.awaitTermination(2L * LIMIT_MILLIS, TimeUnit.MILLISECONDS)) {
                lost.add("requests that never ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        idle.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException ignored) {
                // Nothing is under way on it.
            }
        });
    }
}
