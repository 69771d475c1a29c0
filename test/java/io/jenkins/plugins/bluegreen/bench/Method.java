package io.jenkins.plugins.bluegreen.bench;

import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** A way to replace a version that serves by another one. */
interface Method {
    /** Listens 1.5 s after its start, of which Java takes about 0.3 s, and finishes its requests on SIGTERM. */
    AppVersion OLD = AppVersion.of("v1").startingAfter(Duration.ofMillis(1200));

    /** The same under another name. */
    AppVersion NEW = AppVersion.of("v2").startingAfter(Duration.ofMillis(1200));

    /** What it is called on the command line of {@code bench/run}. */
    String name();

    /** What it does, for the table. */
    String title();

    /** Whether an nginx in front of it looks the app's name up while it runs, and keeps the answer. */
    boolean cachesNames();

    /** What is to be reached. */
    Targets targets();

    /**
     * Sets the stage: {@link #OLD} serves.
     *
     * @throws UnavailableException where it can't be had on this machine
     */
    Stand open(Sandbox sandbox) throws Exception;

    /** A stage that is set. */
    interface Stand {
        /** Where users' requests go to. */
        URI address() throws InterruptedException;

        /** Replaces {@link #OLD} by {@link #NEW}. */
        Swap swap() throws Exception;

        /** Takes away what doesn't go with the sandbox. */
        default void close() throws IOException, InterruptedException {}
    }
}
