package io.jenkins.plugins.bluegreen.cli.terminal;

import io.jenkins.plugins.bluegreen.deploy.Event;
import java.time.Instant;

/** Shows a deployment's events. Used by one thread only. */
interface Display {
    /** Shows an event that happened at {@code at}. */
    void show(Event event, Instant at);

    /** Brings what is shown up to date, as time goes on without events. */
    void tick(Instant now);

    /** Leaves the terminal tidy. */
    void end();
}
