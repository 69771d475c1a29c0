package io.jenkins.plugins.bluegreen.stack.secret;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.docker.DockerException;
import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.Secret;
import io.jenkins.plugins.bluegreen.stack.service.Credential;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The volume with a service's secret. It is written and read by way of a container that has it, as an archive on the
 * client's standard input and output: the secret is in no argument, environment, label or file of the host's, and the
 * container needn't run.
 *
 * @param docker the Docker host's client
 * @param name what the volume is called
 * @param credential what it holds
 */
public record SecretVolume(Docker docker, String name, Credential credential) {
    private static final String WRITER = "bluegreen.stack.writer";

    /**
     * The secret in the volume that this container has; empty where it isn't there yet.
     *
     * @param container by name or id
     */
    public Optional<Secret> readBy(String container) throws InterruptedException {
        CommandResult result = docker.host().run(Command.of("docker", "cp", container + ":" + Credential.FOLDER, "-"));
        if (!result.succeeded()) {
            // An image may lack the folder, and a container that has no volume there holds no secret.
            if (result.err().contains("Could not find the file") || result.err().contains("No such container:path")) {
                return Optional.empty();
            }
            throw new DockerException("'docker cp' failed: " + result.err().strip(), false);
        }
        return Optional.ofNullable(
                        Tar.read(result.out()).get(credential.files().get(0).path()))
                .filter(value -> !value.isEmpty())
                .map(Secret::of);
    }

    /** Does something with a container that has the volume, and that is never started. */
    public <T> T with(String image, Use<T> use) throws InterruptedException {
        String writer = name + "-writer";
        if (docker.container(writer)
                .filter(left -> left.label(WRITER).isPresent())
                .isPresent()) {
            docker.remove(writer); // left by one that was killed
        }
        String container = docker.create(List.of(
                "--name=" + writer,
                "--label=" + WRITER + "=" + name,
                "--network=none",
                "--volume=" + name + ":" + Credential.FOLDER,
                image,
                "never-started"));
        try {
            return use.of(container);
        } finally {
            docker.remove(container);
        }
    }

    /** Writes the secret into the volume that this container has. */
    public void writeBy(String container, Secret secret) throws InterruptedException {
        Map<String, String> files = new LinkedHashMap<>();
        credential.files().forEach(file -> files.put(file.path(), file.before() + secret.reveal() + file.after()));
        CommandResult result = docker.host()
                .run(Command.of("docker", "cp", "-", container + ":" + Credential.FOLDER)
                        .withInput(Tar.write(files, credential.owner())));
        if (!result.succeeded()) {
            throw new DockerException("'docker cp' failed: " + result.err().strip(), false);
        }
    }

    /** What is done with a container. */
    @FunctionalInterface
    public interface Use<T> {
        /** Does it. */
        T of(String container) throws InterruptedException;
    }
}
