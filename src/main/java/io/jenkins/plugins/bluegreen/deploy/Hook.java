package io.jenkins.plugins.bluegreen.deploy;

import java.time.Duration;
import java.util.List;

/**
 * A command that must succeed before the switch: migrations, a smoke test.
 *
 * @param command the program and its arguments
 * @param oneOff whether it runs in a container of its own with the candidate's image, environment and networks, rather
 *     than in the candidate
 * @param limit how long it may take
 */
public record Hook(List<String> command, boolean oneOff, Duration limit) {
    public Hook {
        command = List.copyOf(command);
    }
}
