package io.jenkins.plugins.bluegreen.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.fixture.Images;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Where figures go: files for machines, and the terminal. */
final class Results {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final Docker docker;

    Results(PrintStream out, Docker docker) {
        this.out = out;
        this.docker = docker;
    }

    /** A line for people. */
    void say(String line) {
        out.println(line);
    }

    /** Writes {@code target/bench/NAME.json}: when, on what machine, and these figures. */
    void write(String name, Object figures) throws IOException, InterruptedException {
        ObjectNode all = JSON.createObjectNode();
        all.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("kernel", System.getProperty("os.version"));
        all.put("java", Runtime.version().toString());
        all.put(
                "docker",
                docker.call("version", "--format", "{{.Client.Version}} {{.Server.Version}}")
                        .strip());
        all.set(name, JSON.valueToTree(figures));
        Path folder = Files.createDirectories(Images.projectFolder().resolve("target/bench"));
        Path file = folder.resolve(name + ".json");
        Files.writeString(file, all.toPrettyString() + "\n");
        say("Written: " + file);
    }
}
