package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Container;
import java.util.List;
import java.util.Optional;

/**
 * What the Docker host shows of an app.
 *
 * @param app the app
 * @param live the container that is live
 * @param kept versions that can be rolled back to, the latest first
 * @param unfinished containers of a deployment that was neither finished nor undone; the next one puts that right
 * @param lockedBy who is deploying it now
 */
public record AppStatus(
        String app,
        Optional<Instance> live,
        List<Instance> kept,
        List<Instance> unfinished,
        Optional<String> lockedBy) {

    /**
     * A container of the app.
     *
     * @param version its version
     * @param commit its commit, where that is known
     * @param by who deployed it, where that is known
     * @param container the container itself
     * @param ours whether we created it
     */
    public record Instance(
            String version, Optional<String> commit, Optional<String> by, Container container, boolean ours) {}

    static AppStatus of(Observation seen, Optional<String> lockedBy) {
        List<Container> unfinished = java.util.stream.Stream.of(seen.candidate(), seen.returning(), seen.draining())
                .flatMap(Optional::stream)
                .toList();
        return new AppStatus(
                seen.names().app(),
                seen.live().map(it -> instance(seen, it)),
                seen.kept().stream().map(it -> instance(seen, it)).toList(),
                unfinished.stream().map(it -> instance(seen, it)).toList(),
                lockedBy);
    }

    static Instance instance(Observation seen, Container container) {
        return new Instance(
                seen.version(container),
                container.label(Label.COMMIT),
                container.label(Label.BY),
                container,
                seen.ours(container));
    }
}
