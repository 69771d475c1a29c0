package io.jenkins.plugins.bluegreen.deploy;

/** Hears what happens, on the deploying thread and before the deployment goes on; must return soon and not throw. */
@FunctionalInterface
public interface Progress {
    /** Takes one event. */
    void tell(Event event);
}
