package io.jenkins.plugins.bluegreen.deploy;

import java.util.Optional;

/**
 * A last word about a deployment from whoever asked for it, when the lock is held and it is known what is live: "not over
 * that one".
 */
@FunctionalInterface
public interface Consent {
    /** To whatever is live. */
    Consent GIVEN = (live, last) -> {};

    /**
     * Gives or refuses it. Called once, before anything is changed; must not block.
     *
     * @param live what is live
     * @param last what brought it there, by the history: the last deployment or way back that succeeded
     * @throws DeploymentException where it is refused; that ends the deployment in its preflight
     */
    void ask(Optional<AppStatus.Instance> live, Optional<HistoryEntry> last);
}
