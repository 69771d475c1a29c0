package io.jenkins.plugins.bluegreen.settings;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Every setting of a deployment: its key in {@code bluegreen.yaml} (nested keys with dots), its option, what it looks
 * like, its default, and its line in the help. Names are Compose's where Compose has them.
 */
public enum Key {
    APP(Section.APP, "app", "", Kind.TEXT, "APP", "", "The app's name, which is also its container's."),
    TAG(
            Section.APP,
            "tag",
            "--tag",
            Kind.TEXT,
            "VERSION",
            "",
            "What the new version is called, also its image's tag. Default: the tag of --image; else the short git"
                    + " commit, with -dirty and the time where files differ from it; else the time."),
    NETWORK(Section.APP, "network", "--network", Kind.TEXT, "NAME", "skycloud", "The app's network."),
    NETWORKS(
            Section.APP, "networks", "--further-network", Kind.LIST, "NAME", "", "A further network. May be repeated."),
    PORT(Section.APP, "port", "--port", Kind.NUMBER, "PORT", "80", "The port on which the container listens."),
    BY(Section.APP, "by", "--by", Kind.TEXT, "WHO", "", "Who deploys, for the history. Default: user@host."),
    COMMIT(Section.APP, "commit", "--commit", Kind.TEXT, "ID", "", "Which commit this is. Default: git's."),

    BUILD(
            Section.SOURCE,
            "build.context",
            "--build",
            Kind.PATH,
            "CONTEXT",
            "",
            "Build it from this folder or URL. Default: the current folder, where it has a Dockerfile."),
    DOCKERFILE(
            Section.SOURCE,
            "build.dockerfile",
            "--dockerfile",
            Kind.TEXT,
            "PATH",
            "Dockerfile",
            "The Dockerfile, relative to the context."),
    TARGET(
            Section.SOURCE,
            "build.target",
            "--target",
            Kind.TEXT,
            "STAGE",
            "",
            "The stage to build. Default: the last."),
    BUILD_ARGS(
            Section.SOURCE,
            "build.args",
            "--build-arg",
            Kind.PAIRS,
            "NAME[=VALUE]",
            "",
            "A build argument; without a value it is taken from the environment. May be repeated."),
    IMAGE(Section.SOURCE, "image", "--image", Kind.TEXT, "IMAGE", "", "Take this ready image; pulled where missing."),

    ENV_FILE(
            Section.ENVIRONMENT,
            "env_file",
            "--env-file",
            Kind.PATHS,
            "FILE",
            "",
            "A file of NAME=VALUE lines by Compose's rules. May be repeated; the later one wins."),
    ENVIRONMENT(
            Section.ENVIRONMENT,
            "environment",
            "--env",
            Kind.PAIRS,
            "NAME[=VALUE]",
            "",
            "One variable, over those of the files. Without a value it is taken from the environment: the way for"
                    + " secrets. May be repeated."),

    VOLUMES(
            Section.CONTAINER,
            "volumes",
            "--volume",
            Kind.VOLUMES,
            "SOURCE:TARGET[:MODE]",
            "",
            "A volume or a folder of the host. May be repeated."),
    COMMAND(
            Section.CONTAINER,
            "command",
            "--command",
            Kind.WORDS,
            "COMMAND",
            "",
            "Instead of the image's command; no shell runs it."),
    USER(Section.CONTAINER, "user", "--user", Kind.TEXT, "USER[:GROUP]", "", "Run as this user."),
    MEMORY(Section.CONTAINER, "mem_limit", "--memory", Kind.TEXT, "SIZE", "", "Memory limit, such as 512m."),
    CPUS(Section.CONTAINER, "cpus", "--cpus", Kind.TEXT, "NUMBER", "", "CPU limit, such as 1.5."),
    LABELS(
            Section.CONTAINER,
            "labels",
            "--label",
            Kind.PAIRS,
            "NAME=VALUE",
            "",
            "A label of your own. May be repeated."),
    READ_ONLY(Section.CONTAINER, "read_only", "--read-only", Kind.FLAG, "", "false", "Read-only root file system."),
    CAP_DROP(
            Section.CONTAINER,
            "cap_drop",
            "--cap-drop",
            Kind.LIST,
            "CAP",
            "",
            "Take a capability away. May be repeated."),
    INIT(Section.CONTAINER, "init", "--init", Kind.FLAG, "", "false", "Run an init process that reaps its children."),
    STOP_SIGNAL(
            Section.CONTAINER,
            "stop_signal",
            "--stop-signal",
            Kind.TEXT,
            "SIGNAL",
            "",
            "The signal that asks it to end. Default: the image's, else SIGTERM."),
    STOP_GRACE(
            Section.CONTAINER,
            "stop_grace_period",
            "--stop-grace-period",
            Kind.DURATION,
            "TIME",
            "30s",
            "How long it then may take before it is killed: at least its longest request."),
    RUN_OPTIONS(
            Section.CONTAINER,
            "run_options",
            "--run-option",
            Kind.LIST,
            "OPTION",
            "",
            "A further option of docker run, written --run-option=--shm-size=1g. May be repeated."),

    HEALTH(
            Section.HEALTH,
            "health.path",
            "--health",
            Kind.TEXT,
            "PATH",
            "/",
            "Ask for this path over HTTP. This is the default check."),
    HEALTH_STATUS(
            Section.HEALTH,
            "health.status",
            "--health-status",
            Kind.TEXT,
            "RANGE",
            "200-399",
            "Which HTTP status is good: 200, 200-299."),
    HEALTH_BODY(
            Section.HEALTH,
            "health.body",
            "--health-body",
            Kind.TEXT,
            "PATTERN",
            "",
            "A regular expression that the answer's body must contain."),
    HEALTH_HEADERS(
            Section.HEALTH,
            "health.headers",
            "--health-header",
            Kind.HEADERS,
            "'NAME: VALUE'",
            "",
            "A header to send with it. May be repeated."),
    HEALTH_TCP(
            Section.HEALTH,
            "health.tcp",
            "--health-tcp",
            Kind.FLAG,
            "",
            "false",
            "Its port taking a connection is enough."),
    HEALTH_EXEC(
            Section.HEALTH,
            "health.exec",
            "--health-exec",
            Kind.WORDS,
            "COMMAND",
            "",
            "Run this in the container, without a shell; exit code 0 is good."),
    HEALTH_IMAGE(
            Section.HEALTH,
            "health.image",
            "--health-image",
            Kind.FLAG,
            "",
            "false",
            "Trust the image's own HEALTHCHECK."),
    INTERVAL(
            Section.HEALTH,
            "health.interval",
            "--interval",
            Kind.DURATION,
            "TIME",
            "100ms",
            "The time from one question to the next."),
    TIMEOUT(
            Section.HEALTH,
            "health.timeout",
            "--timeout",
            Kind.DURATION,
            "TIME",
            "2s",
            "How long one answer may take."),
    SUCCESSES(
            Section.HEALTH,
            "health.successes",
            "--successes",
            Kind.NUMBER,
            "N",
            "3",
            "How many good answers in a row it needs."),
    DEADLINE(
            Section.HEALTH,
            "health.deadline",
            "--deadline",
            Kind.DURATION,
            "TIME",
            "1m",
            "How long it may take to become ready, once started."),

    PRE_SWITCH(
            Section.PRE_SWITCH,
            "pre_switch.command",
            "--pre-switch",
            Kind.WORDS,
            "COMMAND",
            "",
            "Must succeed in the new container before it gets traffic: migrations, a smoke test. No shell runs it; where"
                    + " one is needed, write \"sh -c 'migrate && smoke'\"."),
    PRE_SWITCH_ONE_OFF(
            Section.PRE_SWITCH,
            "pre_switch.one_off",
            "--pre-switch-one-off",
            Kind.FLAG,
            "",
            "false",
            "Run it in a container of its own with the same image and environment."),
    PRE_SWITCH_LIMIT(
            Section.PRE_SWITCH,
            "pre_switch.limit",
            "--pre-switch-limit",
            Kind.DURATION,
            "TIME",
            "10m",
            "How long it may take."),

    ROUTER(
            Section.ROUTER,
            "router.type",
            "--router",
            Kind.TEXT,
            "dns|nginx|npm|port",
            "dns",
            "dns: a proxy that looks the app's name up again and again; nginx: a container whose configuration is"
                    + " written and reloaded; npm: NGINX Proxy Manager over its API; port: a published port. Told by"
                    + " the options below where one of them is given."),
    DNS_CACHE(
            Section.ROUTER,
            "router.cache",
            "--dns-cache",
            Kind.DURATION,
            "TIME",
            "12s",
            "dns: how long that proxy may go on using an address it has looked up; the old version stays as long."),
    NGINX_CONTAINER(
            Section.ROUTER, "router.container", "--nginx-container", Kind.TEXT, "NAME", "", "nginx: its container."),
    NGINX_FILE(
            Section.ROUTER,
            "router.file",
            "--nginx-file",
            Kind.TEXT,
            "PATH",
            "",
            "nginx: the file in it that holds the app's upstream and nothing else. Default:"
                    + " /etc/nginx/conf.d/bluegreen-APP.conf"),
    NPM_URL(
            Section.ROUTER,
            "router.url",
            "--npm-url",
            Kind.TEXT,
            "URL",
            "",
            "npm: where its API answers, such as http://localhost:81/api."),
    NPM_IDENTITY(
            Section.ROUTER, "router.identity", "--npm-identity", Kind.TEXT, "EMAIL", "", "npm: whom to log in as."),
    NPM_SECRET_FILE(
            Section.ROUTER,
            "router.secret_file",
            "--npm-secret-file",
            Kind.PATH,
            "FILE",
            "",
            "npm: the file with the password. Default: the variable BLUEGREEN_NPM_SECRET."),
    NPM_DOMAIN(
            Section.ROUTER,
            "router.domain",
            "--npm-domain",
            Kind.TEXT,
            "DOMAIN",
            "",
            "npm: a domain of the app's proxy host."),
    NPM_CONTAINER(
            Section.ROUTER,
            "router.npm_container",
            "--npm-container",
            Kind.TEXT,
            "NAME",
            "",
            "npm: its container; where it is known, its old workers are waited for."),
    PUBLISH(Section.ROUTER, "router.publish", "--publish", Kind.NUMBER, "PORT", "", "port: the port of the host."),
    FRONT_IMAGE(
            Section.ROUTER,
            "router.front_image",
            "--front-image",
            Kind.TEXT,
            "IMAGE",
            "",
            "port: an image with HAProxy that owns it. Default: haproxy:lts-alpine."),

    ACCEPT_GAP(
            Section.ROUTER,
            "router.accept_gap",
            "--accept-gap",
            Kind.FLAG,
            "",
            "false",
            "Go on although some users are cut off: those of a port that the app's container publishes itself, of a"
                    + " network that the new version isn't on, or of a router that the app leaves; or may be refused while"
                    + " a container of Compose's is taken over."),
    DRAIN_LIMIT(
            Section.AFTER,
            "drain.limit",
            "--drain-limit",
            Kind.DURATION,
            "TIME",
            "30s",
            "How long the old version's connections may take to end."),
    DRAIN_MINIMUM(
            Section.AFTER,
            "drain.minimum",
            "--drain-minimum",
            Kind.DURATION,
            "TIME",
            "0s",
            "How long the old version stays in any case. The router's own need counts where it is longer."),
    BAKE(
            Section.AFTER,
            "bake",
            "--bake",
            Kind.DURATION,
            "TIME",
            "0s",
            "How long to watch the new version before the old one is stopped; if it fails, the old one takes over again."),
    KEEP(Section.AFTER, "keep", "--keep", Kind.NUMBER, "N", "3", "How many earlier versions to keep for rollback."),
    LOCK_WAIT(
            Section.AFTER,
            "lock_wait",
            "--lock-wait",
            Kind.DURATION,
            "TIME",
            "10m",
            "How long to wait for another deployment of this app."),

    METER_URL(
            Section.METER,
            "meter.url",
            "--meter-url",
            Kind.TEXT,
            "URL",
            "",
            "Call this address while deploying and report every request lost: the app as its users reach it."),
    METER_RATE(Section.METER, "meter.rate", "--meter-rate", Kind.DECIMAL, "N", "50", "Requests a second."),
    METER_HEADER(
            Section.METER,
            "meter.version_header",
            "--meter-version-header",
            Kind.TEXT,
            "NAME",
            "X-Version",
            "The answer's header that says which version answered.");

    private final Section section;
    private final String path;
    private final String option;
    private final Kind kind;
    private final String label;
    private final String fallback;
    private final String help;

    Key(Section section, String path, String option, Kind kind, String label, String fallback, String help) {
        this.section = section;
        this.path = path;
        this.option = option;
        this.kind = kind;
        this.label = label;
        this.fallback = fallback;
        this.help = help;
    }

    /** Where the help lists it. */
    public Section section() {
        return section;
    }

    /** Its key in the file. */
    public String path() {
        return path;
    }

    /** Its option; empty for the app, which is an argument. */
    public String option() {
        return option;
    }

    /** What it looks like. */
    public Kind kind() {
        return kind;
    }

    /** What the help calls its value. */
    public String label() {
        return label;
    }

    /** What counts where nothing is set; empty where that isn't a plain value. */
    public String fallback() {
        return fallback;
    }

    /** Its explanation in the help. */
    public String help() {
        return help;
    }

    /** Whether it counts for a rollback too, where image, environment and container are those of the kept version. */
    public boolean forRollback() {
        return switch (section) {
            case HEALTH, ROUTER, AFTER, METER -> true;
            case APP -> this == NETWORK || this == PORT || this == BY;
            case CONTAINER -> this == STOP_GRACE;
            default -> false;
        };
    }

    /** The alternative that it belongs to and needs, if any. */
    Optional<Alternative> alternative() {
        return Optional.ofNullable(
                switch (this) {
                    case BUILD, DOCKERFILE, TARGET, BUILD_ARGS -> Alternative.BUILD;
                    case IMAGE -> Alternative.IMAGE;
                    case HEALTH, HEALTH_STATUS, HEALTH_BODY, HEALTH_HEADERS -> Alternative.HTTP;
                    case HEALTH_TCP -> Alternative.TCP;
                    case HEALTH_EXEC -> Alternative.EXEC;
                    case HEALTH_IMAGE -> Alternative.OWN;
                    case DNS_CACHE -> Alternative.DNS;
                    case NGINX_CONTAINER, NGINX_FILE -> Alternative.NGINX;
                    case NPM_URL, NPM_IDENTITY, NPM_SECRET_FILE, NPM_DOMAIN, NPM_CONTAINER -> Alternative.NPM;
                    case PUBLISH, FRONT_IMAGE -> Alternative.PUBLISHED;
                    default -> null;
                });
    }

    /** The setting with this key in the file. */
    static Optional<Key> at(String path) {
        return find(key -> key.path.equals(path));
    }

    /** The setting that a plain value stands for where a mapping with this key could be: {@code build: .} */
    static Optional<Key> shortFor(String path) {
        return switch (path) {
            case "build" -> Optional.of(BUILD);
            case "health" -> Optional.of(HEALTH);
            case "pre_switch" -> Optional.of(PRE_SWITCH);
            case "router" -> Optional.of(ROUTER);
            case "drain" -> Optional.of(DRAIN_LIMIT);
            case "meter" -> Optional.of(METER_URL);
            default -> Optional.empty();
        };
    }

    /** The setting that has this option, written with or without dashes, or with underscores. */
    static Optional<Key> like(String option) {
        String plain = "--" + option.replace('_', '-').replaceFirst("^-+", "");
        return find(key -> key.option.equals(plain));
    }

    private static Optional<Key> find(Predicate<Key> wanted) {
        return Arrays.stream(values()).filter(wanted).findFirst();
    }
}
