package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.docker.DockerException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The moves by which one container takes another's place. Each is one or a few Docker commands after any of which the
 * deployer may die; {@link Recovery} knows what the names then look like.
 */
final class Handover {
    private final Docker docker;
    private final Names names;
    private final Duration stopGrace;

    Handover(Docker docker, Names names, Duration stopGrace) {
        this.docker = docker;
        this.names = names;
        this.stopGrace = stopGrace;
    }

    /** Gives the plain name to the newcomer where nobody has it. */
    void enthrone(Container newcomer) throws InterruptedException {
        docker.rename(newcomer.id(), names.live());
    }

    /** Takes the plain name from the old one and gives it to the newcomer, back to back: in between nobody has it. */
    void swap(Container old, Container newcomer) throws InterruptedException {
        docker.rename(old.id(), names.draining(), newcomer.id(), names.live());
    }

    /**
     * Ends an old version and keeps it. It gets its last name first: from then on there's no way back, because a container
     * that has been asked to stop can't be trusted with traffic.
     *
     * @return that name
     */
    String retire(Container old, Observation seen) throws InterruptedException {
        String kept = names.isKept(old.name()) ? old.name() : keep(old, seen);
        docker.stop(old.id(), stopGrace);
        return kept;
    }

    /** Whether the name is free isn't looked for beforehand: a command more takes its time. */
    private String keep(Container container, Observation seen) throws InterruptedException {
        int turn = 1;
        while (true) {
            String kept = names.kept(seen.version(container), turn);
            try {
                docker.rename(container.id(), kept);
                return kept;
            } catch (DockerException e) {
                if (!e.nameInUse()) {
                    throw e;
                }
            }
            Optional<Container> before = docker.container(kept);
            if (before.filter(it -> replaces(container, it, seen)).isPresent()) {
                docker.remove(before.get().id());
            } else {
                turn++;
            }
        }
    }

    /** An older container of the same version goes; what we didn't create stays, and so does another version. */
    private static boolean replaces(Container container, Container before, Observation seen) {
        return seen.ours(before) && seen.version(before).equals(seen.version(container));
    }

    /**
     * Makes it permanent: the live version comes back after a restart of the engine, those that are over don't, and its
     * image is the latest.
     */
    void commit(Container live, String version, List<Container> over) throws InterruptedException {
        docker.restartPolicy(live.id(), "always");
        for (Container old : over) {
            docker.restartPolicy(old.id(), "no");
        }
        docker.tag(live.imageId(), names.image(version));
        docker.tag(live.imageId(), names.latestImage());
        docker.untag(names.temporaryImage());
    }

    /** Lets a newcomer go that is not to be: a fresh one is removed, a kept one goes back to where it was. */
    void dismiss(Container newcomer, Observation seen, boolean hadTraffic) throws InterruptedException {
        if (newcomer.name().equals(names.returning())) {
            docker.stop(newcomer.id(), stopGrace);
            keep(newcomer, seen);
            return;
        }
        if (hadTraffic) {
            docker.stop(newcomer.id(), stopGrace);
        }
        docker.remove(newcomer.id());
        docker.untag(names.temporaryImage());
    }
}
