package io.jenkins.plugins.bluegreen.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.host.LocalHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Readiness against real containers of the machine's own busybox. */
@Timeout(120)
class ReadinessIT {
    private static final String RUN = "bgd-live-" + UUID.randomUUID().toString().substring(0, 8);
    private static final Docker DOCKER = new Docker(new LocalHost());
    private static final Duration QUICK = Duration.ofMillis(100);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final List<Check.Answer> heard = new ArrayList<>();
    private final List<String> containers = new ArrayList<>();

    @BeforeAll
    static void buildsAnImageOfBusybox(@TempDir Path context) throws IOException, InterruptedException {
        Files.copy(Path.of("/bin/busybox"), context.resolve("busybox"));
        Files.writeString(context.resolve("serve"), """
                #!/bin/sh
                # Reads one request and answers with status $1 and what the script $2 prints, without a length.
                while read -r line && [ ${#line} -gt 1 ]; do :; done
                printf 'HTTP/1.1 %s\\r\\nConnection: close\\r\\n\\r\\n' "$1"
                sh -c "$2"
                """);
        Files.writeString(context.resolve("Dockerfile"), """
                FROM scratch
                COPY busybox /bin/busybox
                COPY busybox /bin/sh
                RUN ["/bin/busybox", "--install", "/bin"]
                COPY serve /bin/serve
                RUN chmod 755 /bin/serve && mkdir -p /www /tmp && echo '{"db":"up"}' > /www/health
                """);
        DOCKER.build(List.of("--tag", RUN, context.toString()), "");
    }

    @AfterAll
    static void removesIt() throws InterruptedException {
        DOCKER.untag(RUN);
    }

    @AfterEach
    void removesContainers() throws InterruptedException {
        for (String id : containers) {
            DOCKER.remove(id);
        }
    }

    @Test
    void anAppThatStartsSlowlyIsReadyOnceItAnswers() throws InterruptedException {
        Check.Target target = app("sleep 1; exec httpd -f -p 3000 -h /www");

        await(http("/health"), target);

        assertThat(heard.get(0)).isEqualTo(new Check.Answer(false, "connection refused"));
        assertThat(heard.subList(heard.size() - 3, heard.size())).containsOnly(new Check.Answer(true, "200"));
    }

    @Test
    void aBodyIsLookedThrough() throws InterruptedException {
        Check.Target target = app("exec httpd -f -p 3000 -h /www");
        StatusRange success = StatusRange.SUCCESS;

        await(new HttpCheck("/health", success, Optional.of(Pattern.compile("\"up\"")), Map.of()), target);
        NotReadyException failure = failure(
                new HttpCheck("/health", success, Optional.of(Pattern.compile("\"fine\"")), Map.of()),
                target,
                Duration.ofSeconds(1));

        assertThat(failure.seen()).isEqualTo("200 with a body that doesn't match");
    }

    @Test
    void aPortThatTakesConnectionsIsReady() throws InterruptedException {
        Check.Target target = app("sleep 0.5; exec nc -ll -p 3000 -e cat");

        await(new TcpCheck(), target);

        assertThat(heard.get(heard.size() - 1).seen()).isEqualTo("connected");
    }

    @Test
    void aProgramInsideItIsAsked() throws InterruptedException {
        Check.Target target = app("sleep 0.5; touch /tmp/ready; exec sleep 300");

        await(new ExecCheck(List.of("test", "-f", "/tmp/ready")), target);

        assertThat(heard.get(0).seen()).isEqualTo("exit code 1");
    }

    @Test
    void aProgramThatIsNotThereOrHangsIsToldInWords() throws InterruptedException {
        Check.Target target = app("exec sleep 300");

        assertThat(failure(new ExecCheck(List.of("no such program")), target, Duration.ofMillis(500))
                        .seen())
                .contains("exit code 12", "executable file not found");
        assertThat(failure(new ExecCheck(List.of("sleep", "20")), target, Duration.ofMillis(500))
                        .seen())
                .startsWith("no answer within ");
    }

    @Test
    void theImagesOwnHealthCheckIsHeard() throws InterruptedException {
        Check.Target target = app(
                "sleep 1; touch /tmp/ready; exec sleep 300",
                "--health-cmd=test -f /tmp/ready",
                "--health-interval=200ms",
                "--health-retries=100");

        await(new HealthCheck(), target);

        assertThat(heard.get(0).seen()).isEqualTo("starting");
        assertThat(heard.get(heard.size() - 1).seen()).isEqualTo("healthy");
    }

    @Test
    void anImageWithoutAHealthCheckIsToldSo() throws InterruptedException {
        assertThat(failure(new HealthCheck(), app("exec sleep 300"), Duration.ofMillis(500))
                        .seen())
                .isEqualTo("its image declares no health check");
    }

    @Test
    void anAppThatExitsFailsAtOnceWithItsExitCode() throws InterruptedException {
        Check.Target target = app("sleep 1; exit 42");
        long start = System.nanoTime();

        NotReadyException failure = failure(http("/health"), target, DEADLINE);

        assertThat(failure.reason()).isEqualTo(NotReadyException.Reason.EXITED);
        assertThat(failure.exitCode()).contains(42);
        assertThat(since(start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anAppThatExitsWhileItIsBeingAskedFailsAtOnce() throws InterruptedException {
        Check.Target target = app("nc -ll -p 3000 -e sleep 300 & sleep 2; exit 9");
        long start = System.nanoTime();

        NotReadyException failure = catchThrowableOfType(
                NotReadyException.class, () -> readiness(http("/health"), Duration.ofMinutes(1), Duration.ofMinutes(2))
                        .await(target, (attempt, answer, since) -> heard.add(answer)));

        assertThat(failure.exitCode()).contains(9);
        assertThat(since(start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void anAppWithoutEnoughMemoryIsToldSo() throws InterruptedException {
        Check.Target target = app("sleep 0.5; tail /dev/zero", "--memory=16m", "--memory-swap=16m");

        NotReadyException failure = failure(http("/health"), target, DEADLINE);

        assertThat(failure.reason()).isEqualTo(NotReadyException.Reason.OUT_OF_MEMORY);
        assertThat(failure.exitCode()).contains(137);
    }

    @Test
    void anAppThatDockerRestartsAgainAndAgainFailsAtOnce() throws InterruptedException {
        Check.Target target = app("sleep 0.5; exit 7", "--restart=always");

        NotReadyException failure = failure(http("/health"), target, DEADLINE);

        assertThat(failure.reason()).isEqualTo(NotReadyException.Reason.RESTARTED);
    }

    @Test
    void anAppThatIsRemovedFailsAtOnce() throws InterruptedException {
        Check.Target target = app("exec sleep 300");
        new Docker(new LocalHost()).remove(target.container());

        assertThat(failure(http("/health"), target, DEADLINE).reason()).isEqualTo(NotReadyException.Reason.REMOVED);
    }

    @Test
    void anAppThatTakesConnectionsAndHangsFailsAtItsDeadline() throws InterruptedException {
        Check.Target target = app("exec nc -ll -p 3000 -e sleep 300");
        long start = System.nanoTime();

        NotReadyException failure = failure(http("/health"), target, Duration.ofSeconds(3));

        assertThat(failure.reason()).isEqualTo(NotReadyException.Reason.DEADLINE);
        assertThat(failure.seen()).startsWith("no answer within ");
        assertThat(since(start))
                .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(3).plus(TIMEOUT));
    }

    @Test
    void anAppThatTricklesItsBodyIsGivenUpAtTheTimeout() throws InterruptedException {
        Check.Target target = app(served("200 OK", "while :; do printf x; sleep 0.1; done"));

        NotReadyException failure = failure(http("/health"), target, Duration.ofSeconds(3));

        assertThat(failure.seen()).isNotEqualTo("200");
        assertThat(failure.attempts()).isGreaterThan(1);
    }

    @Test
    void anAppThatAnswers500FailsAtItsDeadline() throws InterruptedException {
        Check.Target target = app(served("500 Broken", "echo oh no"));

        NotReadyException failure = failure(http("/health"), target, Duration.ofSeconds(2));

        assertThat(failure.evidence()).startsWith("Asked ").endsWith("Last answer: 500.");
    }

    @Test
    void anAppThatAnswersSlowlyIsReadyWhereItKeepsTheTimeout() throws InterruptedException {
        Check.Target target = app("sleep 0.2; " + served("200 OK", "sleep 0.5; echo ok"));

        await(http("/health"), target);

        assertThat(heard).endsWith(new Check.Answer(true, "200"));
    }

    @Test
    void anAppThatCrashesDuringTheBakeIsNoticedAtOnce() throws InterruptedException {
        Check.Target target = app("httpd -p 3000 -h /www; sleep 2; exit 6");
        await(http("/health"), target);
        long start = System.nanoTime();

        NotReadyException failure = catchThrowableOfType(
                NotReadyException.class, () -> watch(http("/health"), target, Duration.ofMinutes(1)));

        assertThat(failure.reason()).isEqualTo(NotReadyException.Reason.EXITED);
        assertThat(failure.exitCode()).contains(6);
        assertThat(since(start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void anAppThatTurnsBadDuringTheBakeIsNoticed() throws InterruptedException {
        Check.Target target = app("(sleep 2; rm /www/health) & exec httpd -f -p 3000 -h /www");
        await(http("/health"), target);

        NotReadyException failure = catchThrowableOfType(
                NotReadyException.class, () -> watch(http("/health"), target, Duration.ofMinutes(1)));

        assertThat(failure.reason()).isEqualTo(NotReadyException.Reason.UNWELL);
        assertThat(failure.seen()).isEqualTo("404");
    }

    @Test
    void anAppThatTurnsUnhealthyDuringTheBakeIsNoticed() throws InterruptedException {
        Check.Target target = app(
                "(sleep 2; rm /www/health) & exec httpd -f -p 3000 -h /www",
                "--health-cmd=test -f /www/health",
                "--health-interval=200ms",
                "--health-retries=2");
        await(new HealthCheck(), target);

        NotReadyException failure = catchThrowableOfType(
                NotReadyException.class, () -> watch(new HealthCheck(), target, Duration.ofMinutes(1)));

        assertThat(failure.reason()).isEqualTo(NotReadyException.Reason.UNWELL);
        assertThat(failure.seen()).isEqualTo("unhealthy");
    }

    /** A shell line that serves one and the same answer to everybody. */
    private static String served(String status, String body) {
        return "exec nc -ll -p 3000 -e serve '" + status + "' '" + body + "'";
    }

    private Check.Target app(String script, String... options) throws InterruptedException {
        List<String> arguments = new ArrayList<>(
                List.of("run", "--detach", "--name", RUN + "-" + containers.size(), "--stop-timeout=0"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of(RUN, "/bin/sh", "-c", script));
        String id = DOCKER.call(arguments).strip();
        containers.add(id);
        Container container = DOCKER.container(id).orElseThrow();
        return Check.Target.of(container, "bridge", 3000);
    }

    private static HttpCheck http(String path) {
        return new HttpCheck(path, StatusRange.SUCCESS, Optional.empty(), Map.of());
    }

    private void await(Check check, Check.Target target) throws InterruptedException {
        readiness(check, TIMEOUT, DEADLINE).await(target, (attempt, answer, since) -> heard.add(answer));
    }

    private void watch(Check check, Check.Target target, Duration time) throws InterruptedException {
        readiness(check, TIMEOUT, DEADLINE).watch(target, time, (attempt, answer, since) -> heard.add(answer));
    }

    private NotReadyException failure(Check check, Check.Target target, Duration deadline) {
        NotReadyException failure =
                catchThrowableOfType(NotReadyException.class, () -> readiness(check, TIMEOUT, deadline)
                        .await(target, (attempt, answer, since) -> heard.add(answer)));
        assertThat(failure).as("a failure").isNotNull();
        return failure;
    }

    private static Readiness readiness(Check check, Duration timeout, Duration deadline) {
        return new Readiness(DOCKER, new Liveness(check, QUICK, timeout, 3, deadline));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
