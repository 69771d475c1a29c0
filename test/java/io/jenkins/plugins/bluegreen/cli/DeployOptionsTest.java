package io.jenkins.plugins.bluegreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.deploy.Deployment;
import io.jenkins.plugins.bluegreen.deploy.Drain;
import io.jenkins.plugins.bluegreen.deploy.Hook;
import io.jenkins.plugins.bluegreen.deploy.Metering;
import io.jenkins.plugins.bluegreen.deploy.RunOptions;
import io.jenkins.plugins.bluegreen.deploy.Source;
import io.jenkins.plugins.bluegreen.host.Secret;
import io.jenkins.plugins.bluegreen.liveness.ExecCheck;
import io.jenkins.plugins.bluegreen.liveness.HealthCheck;
import io.jenkins.plugins.bluegreen.liveness.HttpCheck;
import io.jenkins.plugins.bluegreen.liveness.Liveness;
import io.jenkins.plugins.bluegreen.liveness.StatusRange;
import io.jenkins.plugins.bluegreen.liveness.TcpCheck;
import io.jenkins.plugins.bluegreen.settings.KnownRouter;
import io.jenkins.plugins.bluegreen.traffic.DockerDns;
import io.jenkins.plugins.bluegreen.traffic.Nginx;
import io.jenkins.plugins.bluegreen.traffic.ProxyManager;
import io.jenkins.plugins.bluegreen.traffic.PublishedPort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployOptionsTest {
    private static final String YAML = """
            app: orders
            tag: v7
            image: shop/orders:1
            network: shop
            networks: [db, queue]
            port: 3000
            by: ci
            commit: abc
            environment:
              MODE: live
              TOKEN:
            volumes: ["data:/data:ro"]
            command: ["serve", "--all now"]
            user: "1000:1000"
            mem_limit: 512m
            cpus: 1.50
            labels: {team: shop}
            read_only: true
            cap_drop: [ALL]
            init: true
            stop_signal: SIGQUIT
            stop_grace_period: 1m30s
            run_options: [--shm-size=1g]
            health:
              path: /health
              status: 200-204
              body: ok|fine
              headers: {Accept: text/plain}
              interval: 200ms
              timeout: 1.5s
              successes: 2
              deadline: 2m
            pre_switch: {command: bin/migrate 'up now', one_off: true, limit: 1m}
            router: {type: nginx, container: edge, file: /etc/nginx/conf.d/o.conf}
            drain: {limit: 10s, minimum: 1s}
            bake: 1m
            keep: 5
            lock_wait: 0
            meter: {url: "http://localhost:8080/", rate: 12.5, version_header: X-V}
            """;

    private static final String[] OPTIONS = {
        "orders",
        "--tag",
        "v7",
        "--image=shop/orders:1",
        "--network",
        "shop",
        "--further-network",
        "db",
        "--further-network",
        "queue",
        "--port",
        "3000",
        "--by=ci",
        "--commit",
        "abc",
        "--env",
        "MODE=live",
        "--env",
        "TOKEN",
        "--volume",
        "data:/data:ro",
        "--command",
        "serve '--all now'",
        "--user=1000:1000",
        "--memory",
        "512m",
        "--cpus",
        "1.50",
        "--label",
        "team=shop",
        "--read-only",
        "--cap-drop",
        "ALL",
        "--init",
        "--stop-signal",
        "SIGQUIT",
        "--stop-grace-period",
        "1m30s",
        "--run-option=--shm-size=1g",
        "--health",
        "/health",
        "--health-status",
        "200-204",
        "--health-body",
        "ok|fine",
        "--health-header",
        "Accept: text/plain",
        "--interval",
        "200ms",
        "--timeout",
        "1.5s",
        "--successes",
        "2",
        "--deadline",
        "2m",
        "--pre-switch",
        "bin/migrate 'up now'",
        "--pre-switch-one-off",
        "--pre-switch-limit",
        "1m",
        "--router",
        "nginx",
        "--nginx-container",
        "edge",
        "--nginx-file",
        "/etc/nginx/conf.d/o.conf",
        "--drain-limit",
        "10s",
        "--drain-minimum",
        "1s",
        "--bake",
        "1m",
        "--keep",
        "5",
        "--lock-wait",
        "0",
        "--meter-url",
        "http://localhost:8080/",
        "--meter-rate",
        "12.5",
        "--meter-version-header",
        "X-V"
    };

    @TempDir
    private Path folder;

    private Shell shell() {
        Shell shell = new Shell(folder);
        shell.environment.put("TOKEN", "s3cret");
        return shell;
    }

    @Test
    void anEnvFileSeesTheDeployersEnvironmentThenSingleVariablesThenEarlierLinesOfAllFiles() throws IOException {
        Files.writeString(folder.resolve("base.env"), "NAME=base\nHOST=file\nUSER_ID=file\nPORT=1\n");
        Files.writeString(
                folder.resolve(".env"), "NAME=$NAME-2\nURL=${USER_ID}@${HOST}:${PORT}/${NAME}\nPASSWORD\nNAME\n");
        Shell shell = shell();
        shell.environment.put("USER_ID", "deployer");

        Deployment deployment = shell.deployment(
                "orders",
                "--image=i",
                "--env-file=base.env",
                "--env-file=.env",
                "--env=USER_ID=single",
                "--env=HOST=single",
                "--env=PASSWORD=secret");

        assertThat(deployment.environment().get("URL").reveal()).isEqualTo("deployer@single:1/base-2");
        assertThat(deployment.environment().get("PASSWORD").reveal()).isEqualTo("secret");
        assertThat(deployment.environment().get("NAME").reveal()).isEqualTo("base-2");
        assertThat(deployment.environment().get("USER_ID").reveal()).isEqualTo("single");
    }

    @Test
    void everyOptionReachesTheDeployment() {
        Deployment given = shell().deployment(OPTIONS);

        assertThat(given.app()).isEqualTo("orders");
        assertThat(given.version()).isEqualTo("v7");
        assertThat(given.source()).isEqualTo(new Source.Ready("shop/orders:1"));
        assertThat(given.network()).isEqualTo("shop");
        assertThat(given.port()).isEqualTo(3000);
        assertThat(given.environment()).isEqualTo(Map.of("MODE", Secret.of("live"), "TOKEN", Secret.of("s3cret")));
        assertThat(given.preSwitch()).contains(new Hook(List.of("bin/migrate", "up now"), true, Duration.ofMinutes(1)));
        assertThat(KnownRouter.of(given.routing()))
                .isEqualTo(new Nginx("edge", Optional.of("/etc/nginx/conf.d/o.conf")));
        assertThat(given.drain()).isEqualTo(new Drain(Duration.ofSeconds(10), Duration.ofSeconds(1)));
        assertThat(given.bake()).isEqualTo(Duration.ofMinutes(1));
        assertThat(given.keep()).isEqualTo(5);
        assertThat(given.lockWait()).isZero();
        assertThat(given.metering()).contains(new Metering(URI.create("http://localhost:8080/"), 12.5, "X-V"));
        assertThat(given.by()).isEqualTo("ci");
        assertThat(given.commit()).contains("abc");
    }

    @Test
    void everyOptionOfTheContainerReachesIt() {
        RunOptions run = shell().deployment(OPTIONS).run();

        assertThat(run)
                .isEqualTo(new RunOptions(
                        List.of("data:/data:ro"),
                        List.of("serve", "--all now"),
                        Optional.of("1000:1000"),
                        Optional.of("512m"),
                        Optional.of("1.50"),
                        Map.of(
                                "team",
                                "shop",
                                "bluegreen-settings",
                                run.labels().get("bluegreen-settings")),
                        true,
                        List.of("ALL"),
                        true,
                        Optional.of("SIGQUIT"),
                        Duration.ofSeconds(90),
                        List.of("db", "queue"),
                        List.of("--shm-size=1g")));
    }

    @Test
    void everyOptionOfTheCheckReachesIt() {
        Liveness liveness = shell().deployment(OPTIONS).liveness();

        HttpCheck check = (HttpCheck) liveness.check();
        assertThat(check.path()).isEqualTo("/health");
        assertThat(check.expected()).isEqualTo(StatusRange.parse("200-204"));
        assertThat(check.body().orElseThrow().pattern()).isEqualTo("ok|fine");
        assertThat(check.headers()).isEqualTo(Map.of("Accept", "text/plain"));
        assertThat(liveness.interval()).isEqualTo(Duration.ofMillis(200));
        assertThat(liveness.timeout()).isEqualTo(Duration.ofMillis(1500));
        assertThat(liveness.successes()).isEqualTo(2);
        assertThat(liveness.deadline()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void theFileSaysTheSameAsTheOptions() throws IOException {
        Deployment byOptions = shell().deployment(OPTIONS);
        Files.writeString(folder.resolve("bluegreen.yaml"), YAML);

        Deployment byFile = shell().deployment();

        assertThat(byFile)
                .usingRecursiveComparison()
                .ignoringFields("routing")
                .withEqualsForType((one, other) -> one.pattern().equals(other.pattern()), Pattern.class)
                .isEqualTo(byOptions);
        assertThat(KnownRouter.of(byFile.routing())).isEqualTo(KnownRouter.of(byOptions.routing()));
    }

    @Test
    void onlyTheAppAndASourceHaveToBeGiven() throws IOException {
        Files.createFile(folder.resolve("Dockerfile"));

        Deployment given = shell().deployment("orders");

        assertThat(given.source())
                .isEqualTo(new Source.Build(folder.toString(), "Dockerfile", Optional.empty(), Map.of()));
        assertThat(given.network()).isEqualTo("skycloud");
        assertThat(given.port()).isEqualTo(80);
        assertThat(KnownRouter.of(given.routing())).isEqualTo(new DockerDns(Duration.ofSeconds(12)));
        assertThat(given.liveness().check().describe()).isEqualTo("GET /, expecting 200-399");
        assertThat(given.version()).isEqualTo("0123456");
        assertThat(given.commit()).contains(FakeHost.COMMIT);
        assertThat(given.by()).contains("@");
    }

    @Test
    void aChangedFolderAndOneWithoutGitAreVersionsOfTheirOwn() throws IOException {
        Files.createFile(folder.resolve("Dockerfile"));
        Shell shell = shell();
        shell.host.changes = " M src/app.js";
        assertThat(shell.deployment("orders").version()).isEqualTo("0123456-dirty-20260203-120000");

        shell.host.git = false;
        assertThat(shell.deployment("orders").version()).isEqualTo("20260203-120000");
        assertThat(shell.deployment("orders", "--image", "r.example:5000/orders:1.2")
                        .version())
                .isEqualTo("1.2");
        assertThat(shell.deployment("orders", "--image", "r.example:5000/orders")
                        .version())
                .isEqualTo("20260203-120000");
    }

    @Test
    void theCommandLineCountsOverTheEnvironmentAndThatOverTheFile() throws IOException {
        Files.writeString(folder.resolve("bluegreen.yaml"), """
                app: orders
                image: orders:1
                port: 1000
                keep: 1
                environment: {A: file, B: file, C: file}
                health: {tcp: true}
                environments:
                  staging:
                    port: 2000
                    keep: 2
                    environment: {B: staging, C: staging}
                """);

        Deployment given =
                shell().deployment("--environment=staging", "--port=3000", "--env", "C=option", "--health=/up");

        assertThat(given.port()).isEqualTo(3000);
        assertThat(given.keep()).isEqualTo(2);
        assertThat(given.environment())
                .isEqualTo(Map.of("A", Secret.of("file"), "B", Secret.of("staging"), "C", Secret.of("option")));
        assertThat(given.liveness().check()).isInstanceOf(HttpCheck.class);
        assertThat(shell().deployment().port()).isEqualTo(1000);
        assertThat(shell().deployment().liveness().check()).isEqualTo(new TcpCheck());
    }

    @Test
    void otherChecksAndRoutersAreChosenByTheirOptions() throws IOException {
        Files.writeString(folder.resolve("secret"), "hunter2\n");
        Shell shell = shell();
        assertThat(shell.deployment("orders", "--image=i", "--health-image")
                        .liveness()
                        .check())
                .isEqualTo(new HealthCheck());
        assertThat(shell.deployment("orders", "--image=i", "--health-exec", "test -e /ok")
                        .liveness()
                        .check())
                .isEqualTo(new ExecCheck(List.of("test", "-e", "/ok")));
        assertThat(KnownRouter.of(shell.deployment("orders", "--image=i", "--publish=8080")
                        .routing()))
                .isEqualTo(new PublishedPort(8080, Optional.empty(), false));
        String[] npm = {
            "orders",
            "--image=i",
            "--npm-url=http://npm:81/api",
            "--npm-identity=a@b.c",
            "--npm-domain=shop.example",
            "--npm-secret-file=secret"
        };
        assertThat(((ProxyManager) KnownRouter.of(shell.deployment(npm).routing())).secret())
                .isEqualTo(Secret.of("hunter2"));
    }

    @Test
    void envFilesComeFirstAndTheirPathsCountFromTheFileThatNamesThem() throws IOException {
        Path below = Files.createDirectory(folder.resolve("below"));
        Files.writeString(below.resolve("one.env"), "A=one\nB=one\n");
        Files.writeString(
                below.resolve("bluegreen.yaml"),
                "app: orders\nimage: i\nenv_file: one.env\nenvironment: {B: two}\nvolumes: [./data:/data]\n");

        Deployment given = shell().deployment("--file=below/bluegreen.yaml");

        assertThat(given.environment()).isEqualTo(Map.of("A", Secret.of("one"), "B", Secret.of("two")));
        assertThat(given.run().volumes()).containsExactly(below + "/data:/data");
    }
}
