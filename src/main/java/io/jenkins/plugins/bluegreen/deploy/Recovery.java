package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.docker.Image;
import io.jenkins.plugins.bluegreen.traffic.Backend;
import io.jenkins.plugins.bluegreen.traffic.Router;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts right what an unfinished deployment left, whether it failed just now or its deployer was killed long ago: only what
 * the Docker host shows counts.
 *
 * <table>
 * <caption>What is done</caption>
 * <tr><th>seen</th><th>meaning</th><th>done</th></tr>
 * <tr><td>candidate or returning, no draining</td><td>killed before the names were swapped</td><td>undone: traffic to the
 * live one, newcomer dismissed</td></tr>
 * <tr><td>draining, nobody live</td><td>killed between the two renames</td><td>undone</td></tr>
 * <tr><td>draining and live</td><td>killed while the old one could still be gone back to</td><td>undone; finished where
 * the old one has ended and the new one runs</td></tr>
 * <tr><td>a kept one runs or would come back, or the live one isn't permanent</td><td>killed after the old one was given up</td>
 * <td>finished</td></tr>
 * <tr><td>none of these, but the temporary image tag</td><td>killed after the build, or amid the last tags</td><td>tag
 * removed, or the tags completed</td></tr>
 * </table>
 */
final class Recovery {
    /** What was done. */
    enum Result {
        NOTHING,
        UNDONE,
        FINISHED
    }

    private final Docker docker;
    private final Terms terms;
    private final Router router;
    private final Handover handover;
    private final Draining draining;

    Recovery(Docker docker, Terms terms, Router router, Progress progress) {
        this.docker = docker;
        this.terms = terms;
        this.router = router;
        this.handover = new Handover(docker, terms.names(), terms.stopGrace());
        this.draining = new Draining(docker, router, terms.drain(), progress);
    }

    /** Finishes or undoes. Doing it again does no harm, so it may itself be killed. */
    Result converge() throws InterruptedException {
        Observation seen = Observation.of(docker, terms.names());
        refuseForeign(seen);
        if (!seen.unfinished()) {
            return tidyImage(seen);
        }
        if (seen.hook().isPresent()) {
            docker.remove(seen.hook().get().id());
        }
        if (canOnlyBeFinished(seen)) {
            finish(seen);
            return Result.FINISHED;
        }
        undo(seen);
        return Result.UNDONE;
    }

    /**
     * What we didn't create we don't touch, whatever it is called; only a container that is being taken over, or gone back
     * to after that, lacks our labels.
     */
    private static void refuseForeign(Observation seen) {
        Stream<Container> never = Stream.of(seen.candidate(), seen.hook())
                .flatMap(Optional::stream)
                .filter(container -> !seen.ours(container));
        Stream<Container> unlessTakenOver = Stream.of(seen.returning(), seen.draining())
                .flatMap(Optional::stream)
                .filter(container -> !seen.familiar(container));
        Stream.concat(never, unlessTakenOver).findFirst().ifPresent(container -> {
            throw new DeploymentException(
                    "The container '" + container.name() + "' has a name that deployments of '"
                            + seen.names().app() + "' need, and wasn't created by one.",
                    "Rename it ('docker rename " + container.name() + " …') or remove it, then try again.");
        });
    }

    /**
     * The temporary tag is taken off last of all. Where it is still there although no container tells of anything, the
     * deployer was killed after the build, or amid the tags that make a version permanent.
     */
    private Result tidyImage(Observation seen) throws InterruptedException {
        Optional<Image> temporary = docker.image(terms.names().temporaryImage());
        if (temporary.isEmpty()) {
            return Result.NOTHING;
        }
        Optional<Container> live = seen.live().filter(seen::ours).filter(it -> it.imageId()
                .equals(temporary.get().id()));
        if (live.isPresent()) {
            handover.commit(live.get(), seen.version(live.get()), List.of());
            return Result.FINISHED;
        }
        docker.untag(terms.names().temporaryImage());
        return Result.UNDONE;
    }

    private boolean canOnlyBeFinished(Observation seen) throws InterruptedException {
        if (seen.draining().isPresent()) {
            Container old = seen.draining().get();
            return !old.running() && running(seen.live()) && !router.rivals(old);
        }
        if (seen.newcomer().isPresent()) {
            return seen.live().isEmpty()
                    && running(seen.newcomer())
                    && routedTo(seen, seen.newcomer().get());
        }
        return !isDeadFirst(seen);
    }

    /** The first version of an app, which has ended before it was made permanent: there's nothing to go back to. */
    private boolean isDeadFirst(Observation seen) {
        return seen.live().filter(seen::ours).filter(it -> !it.running()).isPresent() && !seen.isLeavingOne();
    }

    /**
     * Takes back the first version of an app, whether it has got its name already or not: nothing is live then, as before.
     */
    void takeBackFirst(Container newcomer) throws InterruptedException {
        Observation seen = Observation.of(docker, terms.names());
        if (seen.live().filter(it -> it.id().equals(newcomer.id())).isPresent()) {
            docker.rename(newcomer.id(), newcomersName(newcomer));
            undo(Observation.of(docker, terms.names()));
        } else {
            converge();
        }
    }

    private static boolean running(Optional<Container> container) {
        return container.filter(Container::running).isPresent();
    }

    private boolean routedTo(Observation seen, Container container) throws InterruptedException {
        return router.sendsTo(backend(seen, container));
    }

    private Backend backend(Observation seen, Container container) {
        return seen.backend(container, terms.network(), terms.port());
    }

    private void finish(Observation seen) throws InterruptedException {
        if (seen.live().isEmpty() && seen.newcomer().isPresent()) {
            handover.enthrone(seen.newcomer().get());
        }
        if (seen.draining().isPresent()) {
            handover.retire(seen.draining().get(), seen);
        }
        for (Container kept : seen.kept()) {
            if (kept.running() && seen.familiar(kept)) {
                handover.retire(kept, seen);
            }
        }
        Optional<Container> live = seen.live().or(seen::newcomer).filter(seen::ours);
        if (live.isPresent()) {
            handover.commit(live.get(), seen.version(live.get()), over(seen));
        }
    }

    private static List<Container> over(Observation seen) {
        return Stream.concat(seen.draining().stream(), seen.kept().stream().filter(seen::familiar))
                .filter(Observation::comesBack)
                .toList();
    }

    private void undo(Observation seen) throws InterruptedException {
        if (seen.newcomer().isEmpty() && seen.draining().isEmpty() && isDeadFirst(seen)) {
            takeBackFirst(seen.live().get());
            return;
        }
        boolean swapped = seen.draining().isPresent();
        if (swapped) {
            giveNamesBack(seen);
        }
        if (seen.draining().or(seen::live).isPresent()) {
            revive(seen.draining().or(seen::live).get());
        }
        Observation now = Observation.of(docker, terms.names());
        boolean hadTraffic = swapped || routedAwayFromLive(now);
        if (hadTraffic && now.live().isPresent() && !router.rivals(now.live().get())) {
            router.route(backend(now, now.live().get()), Optional.empty());
        } else if (now.live().isEmpty()) {
            router.withdraw();
        }
        if (now.newcomer().isPresent()) {
            Container newcomer = now.newcomer().get();
            if (hadTraffic && newcomer.running()) {
                draining.await(newcomer, backend(now, newcomer));
            }
            handover.dismiss(newcomer, now, hadTraffic);
        }
    }

    private boolean routedAwayFromLive(Observation seen) throws InterruptedException {
        return seen.newcomer().isPresent() && routedTo(seen, seen.newcomer().get());
    }

    /** Who serves neighbours comes first: the plain name goes back to the old one before anything else is done. */
    private void giveNamesBack(Observation seen) throws InterruptedException {
        Container old = seen.draining().orElseThrow();
        if (seen.live().isPresent()) {
            Container live = seen.live().get();
            docker.rename(
                    live.id(), newcomersName(live), old.id(), terms.names().live());
        } else {
            docker.rename(old.id(), terms.names().live());
        }
    }

    /** Lets the old one run again where the deployment itself stopped it, or where it has died meanwhile. */
    private void revive(Container old) throws InterruptedException {
        if (!old.running()
                && (router.rivals(old) || old.name().equals(terms.names().draining()))) {
            router.makeWayFor(old);
            docker.start(old.id());
        }
    }

    /** Only a fresh version has a temporary tag; that is taken off when it is made permanent. */
    private String newcomersName(Container live) throws InterruptedException {
        boolean fresh = docker.image(terms.names().temporaryImage())
                .filter(image -> image.id().equals(live.imageId()))
                .isPresent();
        return fresh ? terms.names().candidate() : terms.names().returning();
    }
}
