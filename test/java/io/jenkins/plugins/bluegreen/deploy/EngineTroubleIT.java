package io.jenkins.plugins.bluegreen.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.Await;
import io.jenkins.plugins.bluegreen.fixture.DeployStage;
import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.PrivateEngine;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.traffic.DockerDns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a deployment when its Docker engine restarts or has no room, on an engine of the test's own. */
class EngineTroubleIT {
    private static final int MEGABYTES = 300;
    private static final AppVersion V1 = AppVersion.of("v1");
    private static final AppVersion V2 = AppVersion.of("v2");

    @TempDir
    Path directory;

    private PrivateEngine engine;
    private Sandbox sandbox;
    private String app;
    private DeployStage stage;

    @BeforeEach
    void v1OnAnEngineOfItsOwn() throws Exception {
        engine = PrivateEngine.start(directory, MEGABYTES);
        sandbox = new Sandbox(engine.host()).open();
        app = sandbox.name("app");
        stage = new DeployStage(sandbox, app, new DockerDns(Duration.ofMillis(200)));
        assertThat(stage.deploy(V1).failure()).isEmpty();
        stage.events().clear();
    }

    @AfterEach
    void close() throws Exception {
        if (sandbox != null) {
            sandbox.close();
        }
        engine.close();
    }

    @Test
    void anEngineThatRestartsBeforeTheSwitchLeavesTheOldVersionServing() throws Exception {
        CompletableFuture<Report> report =
                CompletableFuture.supplyAsync(() -> stage.deploy(V2.startingAfter(Duration.ofSeconds(60))));
        awaitEvent("it probes", Event.Probed.class::isInstance);

        engine.restart();

        Report ended = report.get(2, TimeUnit.MINUTES);
        assertThat(ended.outcome()).isEqualTo(Report.Outcome.REFUSED);
        assertThat(ended.failure().orElseThrow().what()).isNotEmpty();
        assertServing("v1");
        assertThat(sandbox.containers()).containsExactly(app);
        assertThat(stage.deploy(V2).failure()).isEmpty();
        assertServing("v2");
    }

    @Test
    void anEngineThatRestartsDuringBakeGivesTheOldVersionItsPlaceBack() throws Exception {
        stage.baking(Duration.ofSeconds(60));
        CompletableFuture<Report> report = CompletableFuture.supplyAsync(() -> stage.deploy(V2));
        awaitEvent("it bakes", event -> event instanceof Event.Probed probed && probed.phase() == Phase.BAKE);

        engine.restart();

        assertThat(report.get(2, TimeUnit.MINUTES).outcome()).isEqualTo(Report.Outcome.UNDONE);
        assertServing("v1");
        assertThat(sandbox.containers()).containsExactly(app);
        assertThat(sandbox.container(app).restartPolicy()).isEqualTo("always");
    }

    @Test
    void aDiskThatIsAlmostFullIsSaidBeforeAnythingIsBuilt() throws Exception {
        engine.fillDisk(50);

        Report report = stage.deploy(V2);

        Report.Failure failure = report.failure().orElseThrow();
        assertThat(failure.phase()).isEqualTo(Phase.PREFLIGHT);
        assertThat(failure.what() + failure.seen()).contains("almost full", "at least 100 MiB free in " + directory);
        assertServing("v1");
        assertThat(sandbox.containers()).containsExactly(app);
    }

    @Test
    void aFullDiskAtBuildIsSaidAndTouchesNothing() throws Exception {
        Path context = Files.createDirectory(directory.resolve("context"));
        Files.writeString(context.resolve("Dockerfile"), """
                FROM %s
                RUN dd if=/dev/zero of=/tmp/fill bs=1M count=%d
                """.formatted(Images.ORDERS, MEGABYTES));
        Source source = new Source.Build(context.toString(), "Dockerfile", Optional.empty(), Map.of());

        Report report = stage.engine(event -> {}).deploy(stage.deployment("v2", source, Map.of()));

        Report.Failure failure = report.failure().orElseThrow();
        assertThat(failure.phase()).isEqualTo(Phase.BUILD);
        assertThat(failure.what() + failure.log()).contains("could not be built", "No space left on device");
        assertThat(failure.advice()).contains("disk");
        assertServing("v1");
        assertThat(sandbox.containers()).containsExactly(app);
        assertThat(stage.deploy(V2).failure()).isEmpty();
    }

    private void awaitEvent(String what, Predicate<Event> awaited) throws InterruptedException {
        Await.until(Duration.ofSeconds(60), what, () -> stage.events().stream().anyMatch(awaited));
    }

    private void assertServing(String version) throws InterruptedException {
        Await.until(Duration.ofSeconds(20), version + " serves", () -> served().equals(List.of(version)));
    }

    private List<String> served() throws IOException, InterruptedException {
        return sandbox.get(sandbox.uri(app, AppVersion.PORT, "/")).header("X-Version").stream()
                .toList();
    }
}
