package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All containers of an app, live or kept: their labels tell how it was deployed. The newest created one tells how it was
 * deployed last, which the live one doesn't after a rollback, nor where we didn't create it.
 *
 * @param newestFirst by when they were created
 * @param newcomer the new version of an unfinished deployment: not the one that users are sure to be with
 */
public record Lineage(List<Container> newestFirst, Optional<Container> newcomer) {

    /** Asks Docker, so it blocks. */
    public static Lineage of(Docker docker, String app) throws InterruptedException {
        Observation seen = Observation.of(docker, new Names(app));
        List<Container> all = Stream.concat(
                        Stream.of(seen.live(), seen.candidate(), seen.returning(), seen.draining())
                                .flatMap(Optional::stream),
                        seen.kept().stream())
                .sorted(Comparator.comparing(Container::createdAt).reversed())
                .toList();
        return new Lineage(all, seen.draining().isPresent() ? seen.newcomer().or(seen::live) : seen.newcomer());
    }
}
