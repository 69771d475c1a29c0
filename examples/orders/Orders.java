import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An orders service to deploy. Every answer says which version gave it, {@code /health} says whether it is ready, and
 * {@code /slow?ms=2000} takes its time. On SIGTERM it stops accepting, finishes the requests under way, and exits.
 *
 * <p>Its settings come from the environment, so that one image can play a good version and every kind of bad one:
 *
 * <ul>
 *   <li>{@code VERSION}: what it calls itself
 *   <li>{@code PORT}: where it listens (3000)
 *   <li>{@code START_DELAY_MS}: how long it starts up before it listens
 *   <li>{@code ANSWER_DELAY_MS}: how long each answer takes
 *   <li>{@code LOG_LINE}: a line to log at the start
 *   <li>{@code TROUBLE}: what goes wrong: {@code exit} (ends with code 1 before it listens), {@code crash} (dies with
 *       code 3), {@code hang} (accepts, never answers), {@code unhealthy} ({@code /health} answers 503), {@code errors}
 *       (every answer is a 500)
 *   <li>{@code TROUBLE_AFTER_MS}: how long after it began to listen the trouble begins (0)
 * </ul>
 */
public final class Orders {
    private static final int BACKLOG = 1024;
    private static final int QUIET_MS = 50;

    private final Map<String, String> settings;
    private final String version;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile long listeningSince;
    private volatile boolean stopping;

    Orders(Map<String, String> settings) {
        this.settings = settings;
        this.version = settings.getOrDefault("VERSION", "dev");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Orders(System.getenv()).serve();
    }

    private void serve() throws IOException, InterruptedException {
        String line = settings.getOrDefault("LOG_LINE", "");
        if (!line.isEmpty()) {
            log(line);
        }
        if (trouble("exit")) {
            log("can't start: TROUBLE=exit");
            System.exit(1);
        }
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "300"); // let the proxy be first to close a kept connection
        System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
        Thread.sleep(number("START_DELAY_MS", 0));
        int port = (int) number("PORT", 3000);
        HttpServer server = HttpServer.create(new InetSocketAddress(port), BACKLOG);
        server.setExecutor(Executors.newCachedThreadPool()); // slow requests must not keep quick ones waiting
        server.createContext("/", this::handle);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        listeningSince = System.nanoTime();
        server.start();
        log("listens on port " + port);
        if (trouble("crash")) {
            Thread.sleep(number("TROUBLE_AFTER_MS", 0));
            log("crashes: TROUBLE=crash");
            Runtime.getRuntime().halt(3);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        underWay.incrementAndGet();
        try (exchange) {
            pause(number("ANSWER_DELAY_MS", 0));
            if (troubled("hang")) {
                pause(Long.MAX_VALUE);
            }
            answer(exchange);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (troubled("errors")) {
            send(exchange, 500, "something is broken");
        } else if (path.equals("/health")) {
            boolean ready = !troubled("unhealthy");
            send(exchange, ready ? 200 : 503, ready ? "ok" : "not ready");
        } else if (path.equals("/slow")) {
            pause(milliseconds(exchange.getRequestURI().getQuery()));
            send(exchange, 200, "took its time");
        } else if (path.equals("/")) {
            send(exchange, 200, "no orders yet");
        } else {
            send(exchange, 404, "no such page");
        }
    }

    private void send(HttpExchange exchange, int status, String says) throws IOException {
        byte[] body = "{\"app\":\"orders\",\"version\":\"%s\",\"says\":\"%s\"}\n"
                .formatted(version, says)
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("X-Version", version);
        if (stopping) {
            exchange.getResponseHeaders().set("Connection", "close"); // the caller's next request goes elsewhere
        }
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Runs on SIGTERM. A request may be on its way in when the last one ends, hence the short quiet. */
    private void stop(HttpServer server) {
        stopping = true;
        log("stops with " + underWay + " requests under way");
        Thread closing = new Thread(() -> server.stop(Integer.MAX_VALUE / 1000)); // stops accepting, then blocks
        closing.setDaemon(true);
        closing.start();
        for (int quiet = 0; quiet < QUIET_MS; quiet++) {
            pause(1);
            quiet = underWay.get() == 0 ? quiet : 0;
        }
        server.stop(0); // ends its thread: the JVM would wait 300 ms for one that sits in a system call
        log("has stopped");
        Runtime.getRuntime().halt(0);
    }

    private boolean trouble(String kind) {
        return kind.equals(settings.get("TROUBLE"));
    }

    private boolean troubled(String kind) {
        return trouble(kind) && System.nanoTime() - listeningSince >= number("TROUBLE_AFTER_MS", 0) * 1_000_000;
    }

    private long number(String setting, long otherwise) {
        String value = settings.getOrDefault(setting, "");
        return value.isEmpty() ? otherwise : Long.parseLong(value);
    }

    private static long milliseconds(String query) {
        return query != null && query.matches("ms=\\d{1,5}") ? Long.parseLong(query.substring(3)) : 2000;
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void log(String line) {
        System.out.println("orders " + version + " " + line);
    }
}
