package io.jenkins.plugins.bluegreen.stack.service;

import io.jenkins.plugins.bluegreen.stack.service.Credential.SecretFile;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The services that a stack can have, each with what counts where its description says nothing. */
public final class Catalogue {
    /** Whom the official images of the databases run as. */
    private static final int DATABASE_USER = 999;

    private static final int ROOT = 0;
    private static final Duration QUICK = Duration.ofMinutes(1);
    private static final Duration DATABASE = Duration.ofMinutes(2);
    private static final Duration SLOW = Duration.ofMinutes(5);
    private static final String IN_FOLDER = Credential.FOLDER + "/";

    private static final Map<String, Service> SERVICES =
            byName(Stream.of(mysql(), mongodb(), rabbitmq(), dbgate(), portainer(), jenkins(), proxy()));

    private Catalogue() {}

    /** The names that there are, in the order in which they are shown. */
    public static Set<String> names() {
        return SERVICES.keySet();
    }

    /** A service by its name. */
    public static Optional<Service> service(String name) {
        return Optional.ofNullable(SERVICES.get(name));
    }

    private static Map<String, Service> byName(Stream<Service> services) {
        Map<String, Service> all = new LinkedHashMap<>();
        services.forEach(service -> all.put(service.name(), service));
        return java.util.Collections.unmodifiableMap(all);
    }

    /**
     * Checked by a real query over TCP: {@code mysqladmin ping} is content with a wrong password, and the server that makes
     * the data takes none over TCP. Root can log in from within only.
     */
    private static Service mysql() {
        return of("mysql", "mysql:8.4", "1g", 1000)
                .environment(
                        Map.of("MYSQL_ROOT_PASSWORD_FILE", IN_FOLDER + "root-password", "MYSQL_ROOT_HOST", "127.0.0.1"))
                .volumes(new Volume("data", "/var/lib/mysql"))
                .health(Health.program(
                        "mysql",
                        "--defaults-extra-file=" + IN_FOLDER + "client.cnf",
                        "--protocol=tcp",
                        "--host=127.0.0.1",
                        "--execute=SELECT 1"))
                .credential(Credential.of(
                        "root-password",
                        DATABASE_USER,
                        new SecretFile("client.cnf", "[client]\nuser=root\npassword=", "\n")))
                .startingWithin(DATABASE)
                .build();
    }

    /** Asked by its own name: the server that makes the first user listens on 127.0.0.1 only. */
    private static Service mongodb() {
        return of("mongodb", "mongo:8.0", "1g", 1000)
                .environment(Map.of(
                        "MONGO_INITDB_ROOT_USERNAME",
                        "root",
                        "MONGO_INITDB_ROOT_PASSWORD_FILE",
                        IN_FOLDER + "root-password"))
                .volumes(new Volume("data", "/data/db"), new Volume("config", "/data/configdb"))
                .health(Health.program(
                        "mongosh",
                        "--quiet",
                        "--host",
                        "mongodb",
                        "--eval",
                        "quit(db.adminCommand('ping').ok ? 0 : 1)"))
                .credential(Credential.of("root-password", DATABASE_USER))
                .startingWithin(DATABASE)
                .build();
    }

    /**
     * Its first user comes by a file of settings, since its image refuses {@code RABBITMQ_DEFAULT_PASS_FILE}. {@code ping}
     * would be content while it still boots.
     *
     * <p>Docker runs checks as root. One that came before the broker itself would make the cookie by which both know each
     * other, which the broker then couldn't read.
     */
    private static Service rabbitmq() {
        return of("rabbitmq", "rabbitmq:4.1-management", "1g", 1000)
                .environment(Map.of("RABBITMQ_CONFIG_FILES", IN_FOLDER + "conf.d"))
                .volumes(new Volume("data", "/var/lib/rabbitmq"))
                .health(Health.shell("test -s /var/lib/rabbitmq/.erlang.cookie"
                        + " && rabbitmq-diagnostics -q check_running"
                        + " && rabbitmq-diagnostics -q check_port_connectivity"
                        + " && rabbitmq-diagnostics -q check_local_alarms"))
                .credential(Credential.of(
                        "admin-password",
                        DATABASE_USER,
                        new SecretFile(
                                "conf.d/10-stack.conf",
                                "log.console = true\ndefault_user = admin\ndefault_pass = ",
                                "\n")))
                .panel(15672)
                .startingWithin(DATABASE)
                .build();
    }

    /** Takes passwords by environment only, where anybody with Docker could read them: so it asks whoever uses it. */
    private static Service dbgate() {
        return of("dbgate", "dbgate/dbgate:6.4.2", "512m", 500)
                .environment(Map.ofEntries(
                        Map.entry("CONNECTIONS", "mysql,mongodb"),
                        Map.entry("LABEL_mysql", "MySQL"),
                        Map.entry("ENGINE_mysql", "mysql@dbgate-plugin-mysql"),
                        Map.entry("SERVER_mysql", "mysql"),
                        Map.entry("PORT_mysql", "3306"),
                        Map.entry("PASSWORD_MODE_mysql", "askUser"),
                        Map.entry("LABEL_mongodb", "MongoDB"),
                        Map.entry("ENGINE_mongodb", "mongo@dbgate-plugin-mongo"),
                        Map.entry("SERVER_mongodb", "mongodb"),
                        Map.entry("PORT_mongodb", "27017"),
                        Map.entry("PASSWORD_MODE_mongodb", "askUser")))
                .volumes(new Volume("data", "/root/.dbgate"))
                .health(
                        Health.program(
                                "node",
                                "-e",
                                "fetch('http://127.0.0.1:3000/health').then(a => process.exit(a.ok ? 0 : 1), () => process.exit(1))"))
                .panel(3000)
                .build();
    }

    /** Its image has no shell. Without a password it could be taken by whoever comes first in its first five minutes. */
    private static Service portainer() {
        return of("portainer", "portainer/portainer-ce:lts", "256m", 500)
                .command("--admin-password-file", IN_FOLDER + "admin-password")
                .volumes(new Volume("data", "/data"))
                .engine()
                .health(new Health.Answer(9000, "/api/status"))
                .credential(Credential.of("admin-password", ROOT))
                .panel(9000)
                .build();
    }

    private static Service jenkins() {
        return of("jenkins", "jenkins/jenkins:lts-jdk21", "2g", 2000)
                .volumes(new Volume("home", "/var/jenkins_home"))
                .health(Health.program(
                        "curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:8080/login"))
                .panel(8080)
                .startingWithin(SLOW)
                .build();
    }

    /** The only one that the host publishes; its own panel for this host alone. */
    private static Service proxy() {
        return of("proxy", "jc21/nginx-proxy-manager:2.15.1", "512m", 500)
                .volumes(new Volume("data", "/data"), new Volume("certificates", "/etc/letsencrypt"))
                .ports(new Port("", 80, 80), new Port("", 443, 443), new Port("127.0.0.1", 81, 81))
                .health(Health.program("/usr/bin/check-health"))
                .panel(81)
                .startingWithin(DATABASE)
                .build();
    }

    private static Draft of(String name, String image, String memory, int pids) {
        return new Draft(name, image, Memory.parse(memory).orElseThrow(), pids);
    }

    /** A service while it is being written down. */
    private static final class Draft {
        private final String name;
        private final String image;
        private final Memory memory;
        private final int pids;
        private List<String> command = List.of();
        private Map<String, String> environment = Map.of();
        private List<Volume> volumes = List.of();
        private boolean engine;
        private List<Port> ports = List.of();
        private Health health;
        private Optional<Credential> credential = Optional.empty();
        private Optional<Integer> panel = Optional.empty();
        private Duration startLimit = QUICK;

        Draft(String name, String image, Memory memory, int pids) {
            this.name = name;
            this.image = image;
            this.memory = memory;
            this.pids = pids;
        }

        Draft command(String... words) {
            command = List.of(words);
            return this;
        }

        Draft environment(Map<String, String> variables) {
            environment = variables;
            return this;
        }

        Draft volumes(Volume... all) {
            volumes = List.of(all);
            return this;
        }

        Draft engine() {
            engine = true;
            return this;
        }

        Draft ports(Port... all) {
            ports = List.of(all);
            return this;
        }

        Draft health(Health check) {
            health = check;
            return this;
        }

        Draft credential(Credential secret) {
            credential = Optional.of(secret);
            return this;
        }

        Draft panel(int port) {
            panel = Optional.of(port);
            return this;
        }

        Draft startingWithin(Duration limit) {
            startLimit = limit;
            return this;
        }

        Service build() {
            return new Service(
                    name,
                    image,
                    memory,
                    pids,
                    command,
                    environment,
                    volumes,
                    engine,
                    ports,
                    health,
                    credential,
                    panel,
                    startLimit);
        }
    }
}
