package io.jenkins.plugins.bluegreen.meter;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A real server on a free port of this machine, whose every byte the test decides. */
final class SmallServer implements AutoCloseable {
    private final ServerSocket server;
    private final Conversation conversation;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** What the server does on one connection; when it returns, the connection is closed. */
    interface Conversation {
        void hold(Peer peer) throws Exception;
    }

    /** One connection's other end. */
    final class Peer {
        final int number;
        private final Socket socket;

        Peer(Socket socket, int number) {
            this.socket = socket;
            this.number = number;
        }

        /** Reads one request's head; false where the client closed instead. */
        boolean request() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    return false;
                }
                head.append((char) next);
            }
            requests.add(head.toString());
            return true;
        }

        void say(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }

        void close() throws IOException {
            socket.close();
        }

        /** Makes the close to come a reset. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
        }
    }

    SmallServer(Conversation conversation) throws IOException {
        this(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), conversation);
    }

    SmallServer(ServerSocket server, Conversation conversation) {
        this.server = server;
        this.conversation = conversation;
        threads.execute(this::accept);
    }

    /** A server that answers every request with the same text and then goes on or closes, as HTTP/1.1 says. */
    static SmallServer answering(String answer) throws IOException {
        return new SmallServer(peer -> {
            while (peer.request()) {
                peer.say(answer);
                if (answer.contains("Connection: close") || answer.startsWith("HTTP/1.0")) {
                    return;
                }
            }
        });
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/hello?x=1");
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    List<String> requests() {
        return requests;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Peer peer = new Peer(socket, connections.incrementAndGet());
                threads.execute(() -> hold(peer));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void hold(Peer peer) {
        try (peer.socket) {
            conversation.hold(peer);
        } catch (Exception e) {
            // The client went away, or the test is over.
        }
    }

    /** Returns when nobody listens any more: the JDK lets go of the port only once its thread has left {@code accept}. */
    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new IOException("The server's threads did not end.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
