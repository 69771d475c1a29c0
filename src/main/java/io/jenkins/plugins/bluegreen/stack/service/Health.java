package io.jenkins.plugins.bluegreen.stack.service;

import java.util.List;

/** How it can be told that a service serves. */
public sealed interface Health {
    /** A program in the container that then ends with 0. What it needs to log in it reads from files there. */
    record Program(List<String> argv) implements Health {
        public Program {
            argv = List.copyOf(argv);
        }
    }

    /** Its container has no shell: it has to answer a GET with 200, asked from the Docker host. */
    record Answer(int port, String path) implements Health {}

    /** A program given by its words. */
    static Health program(String... argv) {
        return new Program(List.of(argv));
    }

    /** A line for the container's own shell. */
    static Health shell(String line) {
        return program("sh", "-c", line);
    }
}
