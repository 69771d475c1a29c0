package io.jenkins.plugins.bluegreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.DeployStage;
import io.jenkins.plugins.bluegreen.fixture.Edge;
import io.jenkins.plugins.bluegreen.fixture.ForkedJvm;
import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CommandLineIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    private List<String> printed = List.of();

    private String app() {
        return sandbox.name("orders");
    }

    private String[] deploy(String version, String... options) throws InterruptedException {
        String image = AppVersion.of(version).build(sandbox);
        List<String> arguments = new ArrayList<>(List.of(
                "deploy",
                app(),
                "--image=" + image,
                "--tag=" + version,
                "--network=" + sandbox.network(),
                "--port=3000",
                "--interval=50ms",
                "--drain-limit=2s"));
        arguments.addAll(List.of(options));
        if (List.of(options).stream().noneMatch(option -> option.startsWith("--nginx"))) {
            arguments.add("--dns-cache=0");
        }
        return arguments.toArray(String[]::new);
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        try (ForkedJvm program = ForkedJvm.start(Main.class, Map.of(), arguments)) {
            int code = program.await(PATIENCE);
            printed = program.lines();
            return code;
        }
    }

    @Test
    void anOperatorDeploysLooksAndRollsBack() throws IOException, InterruptedException {
        assertThat(run(deploy("v1"))).as(() -> String.join("\n", printed)).isZero();
        assertThat(run(deploy("v2"))).as(() -> String.join("\n", printed)).isZero();
        assertThat(printed)
                .anyMatch(line -> line.matches("\\S+Z ready done in .*"))
                .contains("v2 is live.");

        assertThat(run("status", app())).as(() -> String.join("\n", printed)).isZero();
        assertThat(printed).anyMatch(line -> line.matches("  live +v2, running for .*"));
        assertThat(printed).anyMatch(line -> line.matches("  kept +v1"));
        assertThat(printed).anyMatch(line -> line.matches("  image +" + app() + ":v2 .*"));

        assertThat(run("rollback", app()))
                .as(() -> String.join("\n", printed))
                .as(() -> String.join("\n", printed))
                .isZero();
        assertThat(printed).contains("v1 is live again.");

        assertThat(run("history", app())).as(() -> String.join("\n", printed)).isZero();
        assertThat(printed.get(1)).contains("v1", "rolled-back-to");
        assertThat(printed).hasSize(4);
        assertThat(run("logs", app(), "--tail=5"))
                .as(() -> String.join("\n", printed))
                .isZero();
        assertThat(run("unlock", app())).as(() -> String.join("\n", printed)).isZero();
        assertThat(printed).anyMatch(line -> line.contains("nothing to put right"));
        assertThat(run("doctor", app()))
                .as(() -> String.join("\n", printed))
                .as(() -> String.join("\n", printed))
                .isZero();
    }

    @Test
    void anAppThatNeverGetsReadyEndsWithCodeOneAndTheReason() throws IOException, InterruptedException {
        assertThat(run(deploy("v1"))).isZero();
        assertThat(run(deploy("v2", "--health=/nowhere", "--health-status=299", "--deadline=2s")))
                .isEqualTo(1);
        assertThat(printed).anyMatch(line -> line.equals("checked by GET /nowhere, expecting 299; last saw 404"));
        assertThat(printed).noneMatch(line -> line.contains("listen on port"));
        assertThat(sandbox.container(app()).label("bluegreen.version")).contains("v1");
    }

    @Test
    void ctrlCPutsEverythingBackAndEndsWith130() throws IOException, InterruptedException {
        assertThat(run(deploy("v1"))).isZero();
        String[] hopeless = deploy("v2", "--health-status=299", "--deadline=5m");
        try (ForkedJvm program = ForkedJvm.start(Main.class, Map.of(), hopeless)) {
            program.awaitLine("ready: attempt", PATIENCE);
            program.interrupt();
            assertThat(program.await(PATIENCE))
                    .as(() -> String.join("\n", program.lines()))
                    .isEqualTo(130);
            assertThat(program.lines()).anyMatch(line -> line.startsWith("Called off: putting everything back."));
        }
        assertThat(sandbox.container(app()).label("bluegreen.version")).contains("v1");
        assertThat(sandbox.containers()).noneMatch(name -> name.endsWith("-candidate") || name.endsWith("-lock"));
    }

    @Test
    void anotherDeploymentIsWaitedForOnlySoLong() throws IOException, InterruptedException {
        String[] endless = deploy("v1", "--health-status=299", "--deadline=5m");
        try (ForkedJvm first = ForkedJvm.start(Main.class, Map.of(), endless)) {
            first.awaitLine("ready: attempt", PATIENCE);
            assertThat(run(deploy("v2", "--lock-wait=1s"))).isEqualTo(4);
            assertThat(run("status", app()))
                    .as(() -> String.join("\n", printed))
                    .isZero();
            assertThat(printed).anyMatch(line -> line.startsWith("  deploying"));
            first.interrupt();
            assertThat(first.await(PATIENCE)).isEqualTo(130);
        }
    }

    @Test
    void anEngineThatCannotBeReachedEndsWithCodeThree() throws IOException, InterruptedException {
        Map<String, String> nowhere = Map.of("DOCKER_HOST", "unix:///nonexistent.sock");
        try (ForkedJvm program = ForkedJvm.start(Main.class, nowhere, deploy("v1"))) {
            assertThat(program.await(PATIENCE)).isEqualTo(3);
            assertThat(program.lines())
                    .anyMatch(line -> line.contains("doctor"))
                    .noneMatch(line -> line.contains("no version is live"));
        }
    }

    @Test
    void whoFreesAnAppNeedNotSayHowItsTrafficIsMoved() throws Exception {
        Edge edge = DeployStage.edgeFor(sandbox, app());
        assertThat(run(deploy("v1", "--nginx-container=" + edge.container()))).isZero();
        String[] endless = deploy("v2", "--nginx-container=" + edge.container(), "--bake=5m");
        try (ForkedJvm dying = ForkedJvm.start(Main.class, Map.of(), endless)) {
            dying.awaitLine("bake: attempt", PATIENCE);
            assertThat(version(edge)).isEqualTo("v2");
        }

        assertThat(run("unlock", app())).as(() -> String.join("\n", printed)).isZero();

        assertThat(printed).anyMatch(line -> line.contains("the unfinished deployment was undone"));
        assertThat(version(edge)).isEqualTo("v1");
        assertThat(run(deploy("v3", "--nginx-container=" + edge.container()))).isZero();
        assertThat(run("rollback", app())).as(() -> String.join("\n", printed)).isZero();
        assertThat(version(edge)).isEqualTo("v1");
    }

    @Test
    void whoForgetsTheRouterStaysBehindItAlsoAfterGoingBackToAVersionThatWasTakenOver() throws Exception {
        Edge edge = DeployStage.edgeFor(sandbox, app());
        AppVersion.of("old").start(sandbox, app());
        assertThat(run(deploy("v1", "--nginx-container=" + edge.container()))).isZero();
        assertThat(run("rollback", app())).as(() -> String.join("\n", printed)).isZero();
        assertThat(version(edge)).isEqualTo("old");

        String[] forgetful = Stream.of(deploy("v2", "--keep=1"))
                .filter(option -> !option.startsWith("--dns"))
                .toArray(String[]::new);
        assertThat(run(forgetful)).as(() -> String.join("\n", printed)).isZero();

        assertThat(version(edge)).isEqualTo("v2");
        assertThat(run("rollback", app())).as(() -> String.join("\n", printed)).isZero();
        assertThat(version(edge)).isEqualTo("old");
    }

    private String version(Edge edge) throws IOException, InterruptedException {
        return sandbox.get(edge.uri("/")).header("X-Version").orElseThrow();
    }

    @Test
    void theScriptBuildsItselfWhereNothingIsBuilt(@TempDir Path clone) throws Exception {
        Path project = Images.projectFolder();
        new ProcessBuilder(
                        "cp",
                        "-r",
                        project.resolve("bin").toString(),
                        project.resolve("pom.xml").toString(),
                        clone.toString())
                .start()
                .waitFor();
        Files.createDirectories(clone.resolve("src/main"));
        // A fake Maven: the real one would take a minute.
        Path maven = Files.createDirectories(clone.resolve("tools")).resolve("mvn");
        Files.writeString(
                maven, "#!/bin/sh\ncp '" + project + "'/target/blue-green-deploy-*-cli.jar '" + clone + "/target/'\n");
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
        ProcessBuilder script = new ProcessBuilder("bin/bluegreen", "--version").redirectErrorStream(true);
        script.directory(clone.toFile())
                .environment()
                .merge("PATH", maven.getParent() + ":", (old, first) -> first + old);
        Process program = script.start();
        program.getOutputStream().close();

        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).as(said).isZero();
        assertThat(said).contains("Building bluegreen");
    }

    @Test
    void textsArriveAsTheyAreWhateverTheLocale() throws Exception {
        ProcessBuilder script = new ProcessBuilder("bin/bluegreen", "deploy", "Grüße-日本").redirectErrorStream(true);
        script.directory(Images.projectFolder().toFile()).environment().put("LC_ALL", "C");
        Process program = script.start();
        program.getOutputStream().close();

        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).as(said).isEqualTo(2);
        assertThat(said).contains("Grüße-日本");
    }

    @Test
    void aMissingNetworkIsNamed() throws IOException, InterruptedException {
        String[] arguments = deploy("v1", "--lock-wait=1s");
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = arguments[i].startsWith("--network=") ? "--network=nowhere-at-all" : arguments[i];
        }
        assertThat(run(arguments)).isEqualTo(1);
        assertThat(printed).anyMatch(line -> line.contains("nowhere-at-all"));
    }
}
