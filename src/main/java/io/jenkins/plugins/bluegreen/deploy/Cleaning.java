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
        List<Container> removed = new ArrayList<>();
        for (Container kept : seen.kept().stream().skip(most(seen)).toList()) {
            if (seen.ours(kept)) {
                docker.remove(kept.id());
                removed.add(kept);
            }
        }
        for (Container gone : removed) {
            untag(seen, gone);
        }
        List<String> versions = removed.stream().map(seen::version).toList();
        return versions.isEmpty() ? "" : "removed " + String.join(", ", versions);
    }

    /** A live version that we didn't create knows nothing of its router, so one that does is kept in any case. */
    private int most(Observation seen) {
        boolean knowing = seen.live().filter(seen::ours).isPresent();
        return knowing ? terms.keep() : Math.max(1, terms.keep());
    }

    /** Not where the user gave the image by this very name, nor where the tag has been given to another one since. */
    private void untag(Observation seen, Container gone) throws InterruptedException {
        String version = seen.version(gone);
        String tag = terms.names().image(version);
        boolean given = gone.label(Label.IMAGE).filter(tag::equals).isPresent();
        boolean live = seen.live().map(seen::version).filter(version::equals).isPresent();
        if (!given && !live && isOf(tag, gone)) {
            docker.untag(tag);
        }
    }

    private boolean isOf(String tag, Container gone) throws InterruptedException {
        return docker.image(tag)
                .filter(image -> image.id().equals(gone.imageId()))
                .isPresent();
    }
}
