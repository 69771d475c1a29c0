package io.jenkins.plugins.bluegreen.traffic;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.host.LocalHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A network of its own with containers on it, from an image made of this machine's nginx, haproxy and busybox. */
final class Stage {
    static final String IMAGE = "bgd-route-box";

    private static final String BACKEND = """
            printf '%s' "$1" > /etc/nginx/nginx.conf
            exec nginx
            """;
    private static final String EDGE = """
            printf '%s' "$1" > /etc/nginx/conf.d/site.conf
            if [ "$2" ]; then printf '%s' "$2" > /etc/nginx/conf.d/bluegreen-orders.conf; fi
            exec nginx
            """;
    private static boolean built;

    private final Docker docker = new Docker(new LocalHost());
    private final String prefix = "bgd-route-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> containers = new ArrayList<>();

    Stage() throws InterruptedException {
        build(docker);
        docker.call("network", "create", network());
    }

    Docker docker() {
        return docker;
    }

    String network() {
        return prefix;
    }

    String name(String suffix) {
        return prefix + "-" + suffix;
    }

    /**
     * A backend that answers "/" at once and "/slow" after 2 s, both with its colour in the header X-Version, and takes 8 s
     * from the beginning to the end of its answer to "/held".
     */
    Backend backend(String colour) throws InterruptedException {
        String configuration = """
                load_module /usr/lib/nginx/modules/ngx_http_echo_module.so;
                daemon off; user nobody nogroup; worker_processes 1; pid /run/nginx.pid; error_log stderr;
                events {}
                http {
                  access_log off;
                  server {
                    listen 3000;
                    add_header X-Version COLOUR;
                    location / { return 200 COLOUR; }
                    location /slow { echo_sleep 2; echo COLOUR; }
                    location /held { echo begun; echo_flush; echo_sleep 8; echo ended; }
                  }
                }
                """.replace("COLOUR", colour);
        String alias = "orders-" + colour;
        run(colour, List.of("--network-alias", alias), "sh", "-c", BACKEND, "sh", configuration);
        return new Backend(alias, address(name(colour)), 3000);
    }

    /** An nginx whose server block sends everything to the upstream "orders", which at first is {@code live}. */
    String edge(Backend live) throws InterruptedException {
        return edge(
                "server { listen 80; location / { proxy_pass http://orders; } }",
                Upstream.text("orders", live, java.util.Optional.empty()));
    }

    /** An nginx with this server block and this text in our file; none where it is empty. */
    String edge(String site, String upstream) throws InterruptedException {
        run("edge", List.of(), "sh", "-c", EDGE, "sh", site, upstream);
        return name("edge");
    }

    /** A request whose answer has begun, and takes 8 s to end. */
    static Socket held(String address, int port) throws IOException {
        Socket socket = new Socket(address, port);
        socket.getOutputStream()
                .write("GET /held HTTP/1.1\r\nHost: orders\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        if (socket.getInputStream().read() < 0) {
            throw new IOException("no answer");
        }
        return socket;
    }

    /** Starts a container of the image. */
    void run(String suffix, List<String> options, String... argv) throws InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("run", "--detach", "--name", name(suffix), "--network", network()));
        arguments.addAll(options);
        arguments.add(IMAGE);
        arguments.addAll(Arrays.asList(argv));
        willRemove(name(suffix));
        docker.call(arguments);
    }

    void willRemove(String container) {
        containers.add(container);
    }

    String address(String container) throws InterruptedException {
        return docker.container(container)
                .orElseThrow()
                .networks()
                .get(network())
                .address();
    }

    /** Waits for something to become true, for 10 s at most. */
    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within 10 s: " + what);
            }
            Thread.sleep(20);
        }
    }

    void strike() throws InterruptedException {
        for (String container : containers) {
            docker.remove(container);
        }
        docker.call("network", "rm", network());
    }

    private static synchronized void build(Docker docker) throws InterruptedException {
        if (built) {
            return;
        }
        try {
            Path root = Files.createTempDirectory("bgd-route");
            try {
                fill(root);
                docker.build(List.of("--tag", IMAGE, root.toString()), "");
            } finally {
                delete(root);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        built = true;
    }

    private static void fill(Path root) throws IOException, InterruptedException {
        for (String program :
                List.of("/usr/sbin/nginx", "/usr/sbin/haproxy", "/usr/lib/nginx/modules/ngx_http_echo_module.so")) {
            copy(program, root);
            for (String library : libraries(program)) {
                copy(library, root);
            }
        }
        copy("/bin/busybox", root);
        for (String directory : List.of("tmp", "etc/nginx/conf.d", "var/log/nginx", "var/lib/nginx", "run")) {
            Files.createDirectories(root.resolve(directory));
        }
        Files.writeString(root.resolve("etc/passwd"), "root:x:0:0::/:/bin/sh\nnobody:x:65534:65534::/:/bin/sh\n");
        Files.writeString(root.resolve("etc/group"), "root:x:0:\nnogroup:x:65534:\n");
        Files.writeString(root.resolve("etc/nginx/nginx.conf"), """
                daemon off;
                user nobody nogroup;
                worker_processes 2;
                error_log stderr notice;
                pid /run/nginx.pid;
                events { worker_connections 1024; }
                http { access_log off; include /etc/nginx/conf.d/*.conf; }
                """);
        Files.writeString(
                root.resolve("Dockerfile"),
                "FROM scratch\nCOPY . /\nENV PATH=/bin:/usr/sbin\nRUN [\"/bin/busybox\", \"--install\", \"/bin\"]\n");
    }

    private static List<String> libraries(String program) throws IOException, InterruptedException {
        Process ldd = new ProcessBuilder("ldd", program).start();
        String out = new String(ldd.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        ldd.waitFor();
        return out.lines()
                .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
                .filter(word -> word.startsWith("/"))
                .toList();
    }

    private static void copy(String file, Path root) throws IOException {
        Path target = root.resolve(file.substring(1));
        Files.createDirectories(target.getParent());
        Files.copy(Path.of(file).toRealPath(), target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
