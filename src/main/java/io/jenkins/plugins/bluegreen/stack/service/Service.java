package io.jenkins.plugins.bluegreen.stack.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One service, as it is to be.
 *
 * @param name the name by which applications reach it, also its host name
 * @param image what it runs
 * @param memory how much memory it may use
 * @param pids how many processes and threads it may have
 * @param command instead of the image's own; empty means that one
 * @param environment its variables; never a secret, since {@code docker inspect} shows them
 * @param volumes what outlives its container
 * @param engine whether it needs the Docker engine's socket
 * @param ports what the host publishes of it
 * @param health how it can be told that it serves
 * @param credential its secret, where it has one
 * @param panel the port of its admin panel, for the proxy
 * @param startLimit how long it may take to serve, once started
 */
public record Service(
        String name,
        String image,
        Memory memory,
        int pids,
        List<String> command,
        Map<String, String> environment,
        List<Volume> volumes,
        boolean engine,
        List<Port> ports,
        Health health,
        Optional<Credential> credential,
        Optional<Integer> panel,
        Duration startLimit) {

    public Service {
        command = List.copyOf(command);
        environment = java.util.Collections.unmodifiableMap(new TreeMap<>(environment));
        volumes = List.copyOf(volumes);
        ports = List.copyOf(ports);
    }

    /** The same with another image. */
    public Service withImage(String other) {
        return new Service(
                name,
                other,
                memory,
                pids,
                command,
                environment,
                volumes,
                engine,
                ports,
                health,
                credential,
                panel,
                startLimit);
    }

    /** The same image with another tag. */
    public Service withVersion(String tag) {
        return withImage(image.substring(0, image.lastIndexOf(':') + 1) + tag);
    }

    /** The same with other limits. */
    public Service within(Memory otherMemory, int otherPids, Duration otherStartLimit) {
        return new Service(
                name,
                image,
                otherMemory,
                otherPids,
                command,
                environment,
                volumes,
                engine,
                ports,
                health,
                credential,
                panel,
                otherStartLimit);
    }

    /** The same, published on other ports. */
    public Service publishing(List<Port> others) {
        return new Service(
                name,
                image,
                memory,
                pids,
                command,
                environment,
                volumes,
                engine,
                others,
                health,
                credential,
                panel,
                startLimit);
    }
}
