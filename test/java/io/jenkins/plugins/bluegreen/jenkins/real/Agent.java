package io.jenkins.plugins.bluegreen.jenkins.real;

import io.jenkins.plugins.bluegreen.fixture.Await;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The agent {@code far}, a process of its own that reaches the controller over a socket; builds run on it only where they
 * ask for it. It stands for another machine as far as it can here: it is on the same one.
 */
final class Agent {
    private static final String NAME = "far";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Pattern SECRET = Pattern.compile("<argument>([0-9a-f]{64})</argument>");

    private final Process process;

    private Agent(Process process) {
        this.process = process;
    }

    /** Starts it; returns when the controller has it. */
    static Agent connect(Controller controller) throws IOException, InterruptedException {
        return connect(controller, System.getenv("PATH"));
    }

    /** The same, where it looks for programs in these folders. */
    static Agent connect(Controller controller, String path) throws IOException, InterruptedException {
        Visitor admin = controller.as("admin");
        Path jar = controller.home().resolve("agent.jar");
        try (InputStream in =
                controller.uri().resolve("jnlpJars/agent.jar").toURL().openStream()) {
            Files.copy(in, jar, StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-jar",
                        jar.toString(),
                        "-url",
                        controller.uri().toString(),
                        "-name",
                        NAME,
                        "-secret",
                        secret(admin),
                        "-webSocket",
                        "-workDir",
                        controller.home().resolve("agent").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        controller.home().resolve("agent.log").toFile()));
        builder.environment().put("PATH", path);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        await(admin, true);
        return new Agent(process);
    }

    private static String secret(Visitor admin) throws IOException, InterruptedException {
        String connection =
                admin.get("computer/" + NAME + "/jenkins-agent.jnlp").body();
        Matcher found = SECRET.matcher(connection);
        if (!found.find()) {
            throw new IOException("Jenkins tells no secret for the agent: " + connection);
        }
        return found.group(1);
    }

    private static void await(Visitor admin, boolean online) throws InterruptedException {
        Await.until(
                LIMIT,
                "the agent is " + (online ? "online" : "offline"),
                () -> admin.json("computer/" + NAME + "/api/json")
                                .path("offline")
                                .asBoolean()
                        != online);
    }

    /** Ends at once, as when its machine loses power; returns when the controller has noticed. */
    void die(Controller controller) throws InterruptedException {
        process.destroyForcibly().waitFor();
        await(controller.as("admin"), false);
    }

    /** Ends at once, whether or not it has before. */
    void stop() {
        process.destroyForcibly();
    }
}
