package io.jenkins.plugins.bluegreen.cli;

import io.jenkins.plugins.bluegreen.cli.terminal.Terminal;
import io.jenkins.plugins.bluegreen.deploy.Event;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.settings.Surroundings;

/**
 * What every command works with.
 *
 * @param around what it finds around it
 * @param terminal where it writes to
 * @param opener opens the engine
 */
record Workplace(Surroundings around, Terminal terminal, Engine.Opener opener) {
    Docker docker() {
        return new Docker(around.host());
    }

    /** An engine for questions; what it has to warn of is told. */
    Engine engine() {
        return opener.open(docker(), event -> {
            if (event instanceof Event.Warning warning) {
                terminal.err().println("Warning: " + warning.text());
            }
        });
    }
}
