package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import java.util.ArrayList;
import java.util.List;

/** Removes versions beyond the number to keep: containers that we created, and the tags that we gave their images. */
final class Cleaning {
    private final Docker docker;
    private final Terms terms;

    Cleaning(Docker docker, Terms terms) {
        this.docker = docker;
        this.terms = terms;
    }

    String run() throws InterruptedException {
        Observation seen = Observation.of(docker, terms.names());
        List<String> removed = new ArrayList<>();
        for (Container kept : seen.kept().stream().skip(terms.keep()).toList()) {
            if (seen.ours(kept)) {
                docker.remove(kept.id());
                removed.add(seen.version(kept));
            }
        }
        for (String version : removed) {
            if (!stillThere(seen, version, removed)) {
                docker.untag(terms.names().image(version));
            }
        }
        return removed.isEmpty() ? "" : "removed " + String.join(", ", removed);
    }

    private static boolean stillThere(Observation seen, String version, List<String> removed) {
        boolean live = seen.live().map(seen::version).filter(version::equals).isPresent();
        return live
                || seen.kept().stream().map(seen::version).anyMatch(it -> it.equals(version) && !removed.contains(it));
    }
}
