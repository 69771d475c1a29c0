package io.jenkins.plugins.bluegreen.jenkins.real;

import io.jenkins.plugins.bluegreen.fixture.Await;
import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Jenkins controller on loopback, with our plugin installed and set up by Configuration as Code. Its home is a
 * folder under {@code target/real-jenkins}, which stays there after the tests, to be looked at.
 */
final class Controller implements AutoCloseable {
    private static final Duration BOOT_LIMIT = Duration.ofMinutes(10);
    private static final String HPI = "target/blue-green-deploy.hpi";

    private final JenkinsFiles files;
    private final Path home;
    private final Path configuration;
    private final int port;
    private Process process;

    private Controller(JenkinsFiles files, Path home, Path configuration, int port) {
        this.files = files;
        this.home = home;
        this.configuration = configuration;
        this.port = port;
    }

    /** Installs and starts one; returns when it serves. */
    static Controller start(JenkinsFiles files) throws IOException, InterruptedException {
        Path folder = Images.projectFolder().resolve("target/real-jenkins");
        Files.createDirectories(folder);
        Path home = Files.createTempDirectory(folder, "home");
        int port = Sandbox.freePort();
        Controller controller = new Controller(files, home, home.resolve("casc.yaml"), port);
        controller.install();
        controller.boot();
        return controller;
    }

    /** Where it answers. */
    URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** {@code JENKINS_HOME}. */
    Path home() {
        return home;
    }

    /** Whoever talks to it as this user, whose password is the name. */
    Visitor as(String user) {
        return new Visitor(uri(), user);
    }

    /** Kills it as a power failure would, and starts it again; returns when it serves. */
    void crashAndRestart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        boot();
    }

    private void install() throws IOException {
        Path plugins = Files.createDirectories(home.resolve("plugins"));
        try (Stream<Path> given = Files.list(files.plugins())) {
            for (Path plugin : given.toList()) {
                String name = plugin.getFileName().toString().replaceFirst("\\.[hj]pi$", ".jpi");
                Files.createSymbolicLink(plugins.resolve(name), plugin.toAbsolutePath());
            }
        }
        Files.deleteIfExists(plugins.resolve("blue-green-deploy.jpi"));
        Files.copy(Images.projectFolder().resolve(HPI), plugins.resolve("blue-green-deploy.jpi"));
        try (var yaml = Controller.class.getResourceAsStream("/real-jenkins/casc.yaml")) {
            Files.copy(yaml, configuration);
        }
    }

    private void boot() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-Djava.awt.headless=true",
                "-Djenkins.install.runSetupWizard=false",
                "-Dhudson.plugins.git.GitSCM.ALLOW_LOCAL_CHECKOUT=true",
                "-Dhudson.model.UpdateCenter.never=true",
                "-Dhudson.model.DownloadService.never=true",
                "-Dcasc.merge.strategy=override",
                "-jar",
                files.war().toString(),
                "--httpListenAddress=127.0.0.1",
                "--httpPort=" + port));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()));
        builder.environment().put("JENKINS_HOME", home.toString());
        builder.environment().put("CASC_JENKINS_CONFIG", configuration.toString());
        Path log = home.resolve("log");
        long before = Files.exists(log) ? Files.size(log) : 0;
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Visitor admin = as("admin");
        Await.until(BOOT_LIMIT, "Jenkins serves (its log: " + log + ")", () -> {
            failIfItGaveUp(log, before);
            return admin.get("api/json").statusCode() == 200;
        });
    }

    private void failIfItGaveUp(Path log, long before) throws IOException {
        if (!process.isAlive() || said(log, before).contains("Failed to initialize Jenkins")) {
            throw new AssertionError("Jenkins doesn't start; its log: " + log);
        }
    }

    private static String said(Path log, long before) throws IOException {
        byte[] all = Files.readAllBytes(log);
        return new String(all, (int) before, all.length - (int) before, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
