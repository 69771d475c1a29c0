package io.jenkins.plugins.bluegreen.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.deploy.Event;
import io.jenkins.plugins.bluegreen.fixture.Await;
import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.stack.description.DescriptionFile;
import io.jenkins.plugins.bluegreen.stack.plan.Action;
import io.jenkins.plugins.bluegreen.stack.plan.Plan;
import io.jenkins.plugins.bluegreen.stack.plan.Step;
import io.jenkins.plugins.bluegreen.stack.secret.GivenSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stack on a real engine, by the machine's own Compose. MySQL is MariaDB, and RabbitMQ is RabbitMQ; the proxy is a
 * stand-in that publishes its ports and has its check. MongoDB, DbGate, Portainer and Jenkins, whose images can't be had
 * without a registry, aren't here.
 */
class StackIT {
    private static final Duration WAIT = Duration.ofMinutes(2);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    @TempDir
    private Path folder;

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final int http = Sandbox.freePort();
    private final int https = Sandbox.freePort();
    private final int admin = Sandbox.freePort();
    private Map<String, String> environment = Map.of();

    StackIT() throws IOException {}

    private Stack stack(String services) throws IOException {
        Path file = folder.resolve("skycloud.yaml");
        Files.writeString(file, "project: " + sandbox.network() + "\nservices:\n" + services.indent(2));
        return new Stack(sandbox.docker(), new DescriptionFile(file).read(), new GivenSecrets(environment), event -> {
            if (event instanceof Event.Note note) {
                told.add(note.text());
            }
        });
    }

    private Report up(Stack stack) throws InterruptedException {
        Report report = stack.up("a test", WAIT);
        assertThat(report.good()).as(() -> failures(report)).isTrue();
        return report;
    }

    private String failures(Report report) {
        return report.endings().stream()
                        .map(ending -> ending.step().service().name() + ": " + ending.why() + "\n" + ending.log())
                        .collect(Collectors.joining("\n"))
                + "\n" + told;
    }

    private static String mysql() {
        return "mysql: {image: " + Images.MARIADB + ", memory: 512m}\n";
    }

    private static String rabbitmq() {
        return "rabbitmq: {image: " + Images.RABBITMQ + ", memory: 512m}\n";
    }

    private CommandResult sql(String statement) throws InterruptedException {
        return sandbox.docker()
                .exec(
                        sandbox.name("mysql"),
                        List.of("mysql", "--defaults-extra-file=/run/secrets/client.cnf", "--batch"),
                        statement,
                        LIMIT);
    }

    private void assertTheDataIsThere() throws InterruptedException {
        assertThat(sql("SELECT word FROM shop.words").out()).contains("kept");
    }

    private static Step step(Plan plan, String service) {
        return plan.steps().stream()
                .filter(step -> step.service().name().equals(service))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void realServicesComeUpStaySoAndKeepTheirDataWhateverIsBroken() throws Exception {
        Images.ensureStack();
        Stack stack = stack(mysql() + rabbitmq());
        assertThat(stack.plan().of(Action.CREATE)).hasSize(2);

        Report first = up(stack);

        assertThat(first.unchanged()).isFalse();
        assertThat(told).contains("starting mysql, rabbitmq");
        assertThat(
                        sql("CREATE DATABASE shop; CREATE TABLE shop.words (word TEXT); INSERT INTO shop.words VALUES ('kept')")
                                .err())
                .isEmpty();
        aNeighbourReachesBoth();
        theSecretIsNowhereToBeSeen();

        String before = sandbox.container(sandbox.name("mysql")).id();
        assertThat(up(stack).unchanged()).isTrue();
        assertThat(sandbox.container(sandbox.name("mysql")).id()).isEqualTo(before);

        sandbox.docker().call("kill", sandbox.name("mysql"));
        assertThat(step(stack.plan(), "mysql").why()).containsExactly("it is exited");
        assertThat(up(stack).plan().of(Action.RESTART)).hasSize(1);
        assertThat(sandbox.container(sandbox.name("mysql")).id()).isEqualTo(before);
        assertTheDataIsThere();

        sandbox.docker().call("update", "--memory=256m", "--memory-swap=512m", "--restart=no", sandbox.name("mysql"));
        sandbox.docker().call("network", "disconnect", sandbox.network(), sandbox.name("rabbitmq"));
        assertThat(step(stack.plan(), "mysql").why())
                .containsExactly("memory limit: 256m → 512m", "restart policy: no → unless-stopped");
        assertThat(step(stack.plan(), "rabbitmq").why())
                .containsExactly("it isn't on the network " + sandbox.network());
        up(stack);
        assertThat(stack.plan().unchanged()).isTrue();
        assertTheDataIsThere();

        assertThat(stack.down("a test", WAIT))
                .containsExactlyInAnyOrder(sandbox.name("mysql"), sandbox.name("rabbitmq"));
        assertThat(stack.status()).allMatch(status -> status.state().equals("missing"));
        assertThat(sandbox.docker().networkExists(sandbox.network())).isTrue();
        up(stack);
        assertTheDataIsThere();
        aNeighbourReachesBoth();
    }

    private void aNeighbourReachesBoth() throws InterruptedException {
        String neighbour = sandbox.name("neighbour");
        sandbox.run(neighbour, Images.BUSYBOX, List.of(), "sleep", "600");
        for (String address : List.of("mysql 3306", "rabbitmq 5672")) {
            String line = "nc -w 5 " + address + " < /dev/null";
            CommandResult reached = sandbox.docker().exec(neighbour, List.of("sh", "-c", line), "", LIMIT);
            assertThat(reached.exitCode()).as(address + reached.err()).isZero();
        }
        sandbox.docker().remove(neighbour);
    }

    private void theSecretIsNowhereToBeSeen() throws InterruptedException {
        for (String service : List.of("mysql", "rabbitmq")) {
            String container = sandbox.name(service);
            String file = service.equals("mysql") ? "root-password" : "admin-password";
            String secret = sandbox.docker()
                    .exec(container, List.of("cat", "/run/secrets/" + file), "", LIMIT)
                    .out();
            assertThat(secret).matches("[A-Za-z0-9_-]{32}");
            assertThat(sandbox.docker().call("inspect", container)).doesNotContain(secret);
            assertThat(sandbox.docker().logs(container, 10_000)).doesNotContain(secret);
            assertThat(sandbox.docker()
                            .exec(container, List.of("stat", "-c", "%a %u", "/run/secrets/" + file), "", LIMIT)
                            .out())
                    .isEqualTo("600 999\n");
        }
    }

    @Test
    void aWrongPasswordFailsItsServiceAndTheRightOneMendsIt() throws Exception {
        Images.ensureStack();
        environment = Map.of("ROOT", "first-password");
        Stack stack = stack("mysql: {image: " + Images.MARIADB + ", start_limit: 20s,"
                + " secrets: {root-password: {env: ROOT}}}\n" + proxy());
        up(stack);
        sql("ALTER USER root@'127.0.0.1' IDENTIFIED BY 'changed-by-hand'");
        sandbox.docker().call("kill", sandbox.name("mysql"));

        Report failed = stack.up("a test", WAIT);

        Ending mysql = failed.endings().get(0);
        assertThat(mysql.serves()).isFalse();
        assertThat(mysql.why()).contains("It didn't serve within 20s", "Access denied");
        assertThat(mysql.log()).contains("Access denied").doesNotContain("first-password");
        assertThat(failed.endings().get(1).serves()).isTrue();

        environment = Map.of("ROOT", "another-password");
        Plan refused = stack("mysql: {image: " + Images.MARIADB + ", secrets: {root-password: {env: ROOT}}}\n")
                .plan();
        assertThat(refused.of(Action.BLOCKED).get(0).why().get(0))
                .contains("isn't the root-password of mysql that its data was set up with");

        assertThat(sandbox.docker()
                        .exec(
                                sandbox.name("mysql"),
                                List.of("mysql", "--defaults-extra-file=/run/secrets/client.cnf"),
                                "ALTER USER root@'127.0.0.1' IDENTIFIED BY 'first-password'",
                                LIMIT)
                        .err())
                .isEmpty();
        up(stack);
    }

    @Test
    void aPasswordThatIsGoneIsNotMadeUpAnewForDataThatIsThere() throws Exception {
        Images.ensureStack();
        sandbox.docker().call("volume", "create", sandbox.name("mysql-data"));

        Report report = stack(mysql()).up("a test", WAIT);

        assertThat(report.endings().get(0).why()).contains("The data of mysql is there", "but its root-password isn't");
        assertThat(sandbox.docker().container(sandbox.name("mysql"))).isEmpty();
    }

    @Test
    void aFullVolumeFailsItsServiceUntilThereIsRoom() throws Exception {
        Images.ensureStack();
        environment = Map.of("ROOT", "first-password");
        String data = sandbox.name("mysql-data");
        sandbox.docker().call("volume", "create", "--opt=type=tmpfs", "--opt=device=tmpfs", "--opt=o=size=400m", data);
        String filler = sandbox.name("filler");
        sandbox.run(filler, Images.BUSYBOX, List.of("--volume", data + ":/data"), "sleep", "600");
        in(filler, "dd if=/dev/zero of=/data/.filler bs=1M count=399; echo kept > /data/.word");
        Stack stack = stack("mysql: {image: " + Images.MARIADB + ", secrets: {root-password: {env: ROOT}}}\n");

        Report failed = stack.up("a test", WAIT);

        assertThat(failed.good()).isFalse();
        assertThat(failed.endings().get(0).why()).contains("It ends again and again");
        assertThat(failed.endings().get(0).log()).contains("out of disk space");
        in(filler, "rm /data/.filler");
        up(stack);
        assertThat(in(filler, "cat /data/.word").out()).contains("kept");
    }

    private CommandResult in(String container, String line) throws InterruptedException {
        return sandbox.docker().exec(container, List.of("sh", "-c", line), "", LIMIT);
    }

    private String proxy() throws InterruptedException {
        return proxy("httpd -f -p 80");
    }

    /** Something that publishes the proxy's ports and has its check. */
    private String proxy(String command) throws InterruptedException {
        String image = sandbox.name("proxy-stand-in") + ":1";
        sandbox.docker()
                .build(
                        List.of("--quiet", "--tag", image, "-"),
                        "FROM " + Images.BUSYBOX + "\nRUN mkdir -p /usr/bin"
                                + " && printf '#!/bin/sh\\nnc -w 5 127.0.0.1 80 </dev/null\\n' > /usr/bin/check-health"
                                + " && chmod +x /usr/bin/check-health\nCMD " + command + "\n");
        return "proxy: {image: " + image + ", start_limit: 20s, publish: {http: " + http + ", https: " + https
                + ", admin: " + admin + "}}\n";
    }

    @Test
    void aPortPublishedByHandStopsTheProxyUntilItIsFree() throws Exception {
        String squatter = sandbox.name("squatter");
        sandbox.run(squatter, Images.BUSYBOX, List.of("--publish", http + ":80"), "sleep", "600");
        Stack stack = stack(proxy());

        Report refused = stack.up("a test", WAIT);

        assertThat(refused.good()).isFalse();
        assertThat(refused.endings().get(0).why())
                .contains("The container " + squatter + " publishes the port " + http + " already");
        sandbox.docker().remove(squatter);
        up(stack);
        assertThat(stack.plan().unchanged()).isTrue();
    }

    @Test
    void oneThatCrashesIsToldWithItsLogAndTheNextUpMendsIt() throws Exception {
        Stack broken = stack(proxy("echo no configuration; exit 7"));

        Report failed = broken.up("a test", WAIT);

        assertThat(failed.good()).isFalse();
        assertThat(failed.endings().get(0).why()).contains("It ends again and again, lastly with exit code 7");
        assertThat(failed.endings().get(0).log()).contains("no configuration");

        Stack mended = stack(proxy());
        assertThat(mended.plan().of(Action.CHANGE).get(0).why()).anyMatch(line -> line.startsWith("image "));
        up(mended);
        assertThat(sandbox.container(sandbox.name("proxy")).publishedPorts()).contains(http);
    }

    @Test
    void oneWhoseImageCannotBeHadLeavesTheOthersRunning() throws Exception {
        Stack stack = stack("jenkins: {image: 'localhost:1/nothing:1'}\n" + proxy());

        Report report = stack.up("a test", WAIT);

        assertThat(report.good()).isFalse();
        assertThat(report.endings().get(0).why()).contains("'docker pull' failed");
        assertThat(report.endings().get(1).serves()).as(() -> failures(report)).isTrue();
        assertThat(sandbox.docker().container(sandbox.name("jenkins"))).isEmpty();
    }

    @Test
    void twoAtOnceTakeTurns() throws Exception {
        Stack stack = stack(proxy());
        Thread other = new Thread(() -> {
            try {
                stack.up("another", WAIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        other.start();
        Await.until(LIMIT, "the other one holds the lock", () -> sandbox.docker()
                .container(sandbox.name("stack-lock"))
                .isPresent());

        Report second = up(stack);

        assertThat(second.unchanged()).isTrue();
        other.join();
    }

    @Test
    void aPlanOfAnUnchangedStackIsQuick() throws Exception {
        Stack stack = stack(proxy());
        up(stack);

        long begin = System.nanoTime();
        assertThat(stack.plan().unchanged()).isTrue();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    }
}
