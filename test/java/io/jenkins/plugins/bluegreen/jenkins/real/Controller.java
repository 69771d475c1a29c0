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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Jenkins controller on loopback, with our plugin installed and set up by Configuration as Code. Its home is a
 * folder under {@code target/real-jenkins}, which stays there after the tests, to be looked at. Its pipelines find this
 * project, as it is now, as the library {@code blue-green}.
 */
final class Controller {
    private static final Duration BOOT_LIMIT = Duration.ofMinutes(10);
    private static final String HPI = "target/blue-green-deploy.hpi";
    private static final Path FOLDER = Images.projectFolder().resolve("target/real-jenkins");

    private static Controller shared;

    private final JenkinsFiles files;
    private final Path home;
    private final int port;
    private final Map<String, String> environment;
    private Process process;

    private Controller(JenkinsFiles files, Path home, int port, Map<String, String> environment) {
        this.files = files;
        this.home = home;
        this.port = port;
        this.environment = environment;
    }

    /**
     * The one of this JVM, which ends with it; the first call starts it and returns when it serves. Where no Jenkins was
     * given, that is said and the test isn't run.
     */
    static synchronized Controller shared() throws IOException, InterruptedException {
        if (shared == null) {
            Optional<JenkinsFiles> files = JenkinsFiles.given();
            if (files.isEmpty()) {
                System.out.println(JenkinsFiles.HOW);
                Assumptions.abort(JenkinsFiles.HOW);
            }
            shared = start(files.get(), Map.of());
        }
        return shared;
    }

    /** One with these variables in its environment; returns when it serves. */
    static Controller start(JenkinsFiles files, Map<String, String> environment)
            throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        Path home = Files.createTempDirectory(FOLDER, "home");
        Controller fresh = new Controller(files, home, Sandbox.freePort(), environment);
        fresh.install();
        fresh.boot();
        return fresh;
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

    /** Kills it as a power failure would. */
    void crash() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again after a {@link #crash}; returns when it serves. */
    void restart() throws IOException, InterruptedException {
        boot();
    }

    /** Its process's number. */
    long pid() {
        return process.pid();
    }

    /** A Git repository of this project, as it is now. */
    Path project() {
        return home.resolve("project.git");
    }

    private void install() throws IOException, InterruptedException {
        Repository.of(Images.projectFolder(), project());
        Path plugins = Files.createDirectories(home.resolve("plugins"));
        try (Stream<Path> given = Files.list(files.plugins())) {
            for (Path plugin : given.toList()) {
                String name = plugin.getFileName().toString().replaceFirst("\\.[hj]pi$", ".jpi");
                Files.createSymbolicLink(plugins.resolve(name), plugin.toAbsolutePath());
            }
        }
        Files.deleteIfExists(plugins.resolve("blue-green-deploy.jpi"));
        Files.copy(Images.projectFolder().resolve(HPI), plugins.resolve("blue-green-deploy.jpi"));
        configure("casc.yaml");
        if (Files.exists(plugins.resolve("dark-theme.jpi"))) {
            configure("dark.yaml");
        }
    }

    private void configure(String file) throws IOException {
        Path folder = Files.createDirectories(configuration());
        try (var yaml = Controller.class.getResourceAsStream("/real-jenkins/" + file)) {
            Files.copy(yaml, folder.resolve(file));
        }
    }

    private Path configuration() {
        return home.resolve("casc");
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
        builder.environment().put("CASC_JENKINS_CONFIG", configuration().toString());
        builder.environment().put("LIBRARY", project().toString());
        builder.environment().put("AGENT_FOLDER", home.resolve("agent").toString());
        builder.environment().putAll(environment);
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
}
