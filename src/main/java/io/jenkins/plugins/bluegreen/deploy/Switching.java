package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.docker.DockerException;
import io.jenkins.plugins.bluegreen.liveness.Check;
import io.jenkins.plugins.bluegreen.liveness.NotReadyException;
import io.jenkins.plugins.bluegreen.liveness.Readiness;
import io.jenkins.plugins.bluegreen.traffic.Backend;
import io.jenkins.plugins.bluegreen.traffic.Router;
import io.jenkins.plugins.bluegreen.traffic.Routing;
import java.util.Optional;

/**
 * One deployment (or rollback) under way: the whole algorithm, in its order, on one page ({@link #deploy}). The old version
 * serves until the new one has proven itself; whatever fails before the old one is stopped is undone.
 */
final class Switching {
    private static final String READ_ITS_LOG = "Read its log, mend it and deploy again.";

    private final Docker docker;
    private final Terms terms;
    private final Newcomer newcomer;
    private final Progress progress;
    private final Timeline timeline;
    private final Handover handover;
    private final Metered metered;

    private Routing routing;
    private Router router;
    private Lock lock;
    private Observation seen;
    private Optional<Container> old = Optional.empty();
    private Container fresh;

    Switching(Docker docker, Terms terms, Newcomer newcomer, Progress progress) {
        this.docker = docker;
        this.terms = terms;
        this.newcomer = newcomer;
        this.progress = progress;
        this.timeline = new Timeline(progress);
        this.handover = new Handover(docker, terms.names(), terms.stopGrace());
        this.metered = new Metered(terms.metering());
        standBefore(terms.routing());
    }

    private void standBefore(Routing now) {
        this.routing = now;
        this.router = now.open(docker, terms.app());
    }

    /** Deploys, reports, and writes the history, which only the lock's holder may; throws nothing. */
    Report run() {
        try {
            Report report = new Verdict(terms, newcomer, () -> router, timeline, metered)
                    .of(this::deploy, () -> old, () -> fresh);
            if (lock != null) {
                remember(report);
            }
            return report;
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }

    private void remember(Report report) {
        boolean calledOff = Thread.interrupted();
        try {
            lock.check();
            History history = new History(docker, terms.names());
            if (!nothingToRemember(history)) {
                history.add(HistoryEntry.of(report));
            }
        } catch (LockLostException e) {
            // Said in the report already, or the next deployment's affair.
        } catch (RuntimeException e) {
            progress.tell(new Event.Warning("The history could not be written: " + e.getMessage()));
        } catch (InterruptedException e) {
            calledOff = true;
        }
        if (calledOff) {
            Thread.currentThread().interrupt();
        }
    }

    /** A way back of an app that isn't there was a slip of the pen, and must leave nothing behind. */
    private boolean nothingToRemember(History history) throws InterruptedException {
        boolean known = seen != null && (old.isPresent() || !seen.kept().isEmpty());
        return newcomer instanceof KeptVersion && !known && history.entries().isEmpty();
    }

    private void deploy() throws InterruptedException {
        phase(Phase.LOCK, this::lock);
        try {
            phase(Phase.RECOVER, this::recover);
            phase(Phase.OBSERVE, this::observe);
            phase(Phase.PREFLIGHT, this::preflight);
            phase(Phase.BUILD, () -> newcomer.prepare(seen));
            try {
                phase(Phase.CANDIDATE, this::start);
                phase(Phase.READY, this::ready);
                phase(Phase.PRE_SWITCH, () -> newcomer.preSwitch(fresh));
                phase(Phase.SWITCH, this::switchOver);
                phase(Phase.VERIFY, this::verify);
                phase(Phase.DRAIN, this::drain);
                phase(Phase.BAKE, this::bake);
            } catch (RuntimeException | InterruptedException e) {
                undo(e);
                throw e;
            }
            beyondReturn(Phase.STOP_OLD, this::stopOld);
            beyondReturn(Phase.COMMIT, this::commit);
            clean();
        } finally {
            metered.stop();
        }
    }

    private void phase(Phase phase, Timeline.Work work) throws InterruptedException {
        if (lock != null) {
            lock.check();
        }
        timeline.run(phase, () -> blamingALostLockFirst(work));
    }

    /** Whoever took the lock away removes what this deployment works with: that would else look like the version's fault. */
    private String blamingALostLockFirst(Timeline.Work work) throws InterruptedException {
        try {
            return work.run();
        } catch (RuntimeException e) {
            if (lock != null && !Thread.currentThread().isInterrupted()) {
                lock.verify();
            }
            throw e;
        }
    }

    private String lock() throws InterruptedException {
        lock = Lock.take(docker, terms.names(), terms.by(), terms.lockWait(), progress);
        return "taken";
    }

    /** By the router that it left the app behind; whatever it was, that may not be the router from then on. */
    private String recover() throws InterruptedException {
        standBefore(terms.routing().now(docker, terms.app()));
        Recovery.Result result = recovery().converge();
        if (result != Recovery.Result.NOTHING) {
            standBefore(terms.routing().now(docker, terms.app()));
        }
        return switch (result) {
            case NOTHING -> "";
            case UNDONE -> "an unfinished deployment was undone";
            case FINISHED -> "an unfinished deployment was finished";
        };
    }

    private Recovery recovery() {
        return new Recovery(docker, terms, router, progress);
    }

    private String observe() throws InterruptedException {
        seen = Observation.of(docker, terms.names());
        old = seen.live();
        if (old.isEmpty()) {
            return "nothing is live yet";
        }
        metered.start();
        return seen.version(old.get()) + " is live"
                + (seen.ours(old.get()) ? "" : ", not started by us: taking it over");
    }

    private String preflight() throws InterruptedException {
        newcomer.consider(seen, routing);
        String fine = new Preflight(docker, terms, router).check(seen, timeline);
        router.fetch();
        return fine;
    }

    private String start() throws InterruptedException {
        try {
            fresh = newcomer.start(seen, routing);
        } catch (DockerException e) {
            throw e.engineUnreachable() ? e : cannotStart(e);
        }
        return fresh.name() + " as " + backend(fresh);
    }

    private DeploymentException cannotStart(DockerException e) {
        return new DeploymentException(
                "The container of version " + newcomer.version() + " can't be started.",
                newcomer.mask().apply(e.getMessage()),
                "",
                "Mend what Docker complains of and deploy again; the old version was not touched.");
    }

    private String ready() throws InterruptedException {
        if (!fresh.running()) {
            // It may have ended before it got an address to be probed at.
            throw notReady("it ended at once with exit code " + fresh.exitCode(), "expected it to run", READ_ITS_LOG);
        }
        try {
            new Readiness(docker, terms.liveness()).await(target(), listener(Phase.READY));
        } catch (NotReadyException e) {
            throw notReady(e);
        }
        return terms.liveness().check().describe() + ": good";
    }

    private Readiness.Listener listener(Phase phase) {
        return (attempt, answer, sinceStart) ->
                progress.tell(new Event.Probed(phase, attempt, answer.good(), answer.seen(), sinceStart));
    }

    private Check.Target target() {
        return Check.Target.of(fresh, terms.network(), Observation.port(fresh, terms.port()));
    }

    private DeploymentException notReady(NotReadyException e) throws InterruptedException {
        boolean nobodyListens =
                e.reason() == NotReadyException.Reason.DEADLINE && e.seen().equals("connection refused");
        return notReady(
                e.getMessage(),
                "checked by " + e.expected() + (e.seen().isEmpty() ? "" : "; last saw " + e.seen()),
                nobodyListens
                        ? "Does the app listen on port " + target().port() + ", and not on 127.0.0.1 alone? Give the"
                                + " port that it listens on, or read its log and mend it, and deploy again."
                        : READ_ITS_LOG);
    }

    private DeploymentException notReady(String what, String expectation, String advice) throws InterruptedException {
        return new DeploymentException(
                "Version " + newcomer.version() + " of '" + terms.names().app() + "' is not fit to serve: " + what,
                expectation,
                newcomer.mask().apply(docker.logs(fresh.id(), 20)),
                advice);
    }

    private String switchOver() throws InterruptedException {
        metered.markSwitch();
        if (runningOld().isPresent() && router.rivals(old.get())) {
            // The one switch that costs a gap, which the user has accepted: the port has one owner at a time.
            docker.stop(old.get().id(), terms.stopGrace());
            old = docker.container(old.get().id());
        }
        boolean bakes = !terms.bake().isZero();
        router.route(backend(fresh), bakes ? runningOld().map(this::backend) : Optional.empty());
        lock.check();
        if (old.isPresent()) {
            handover.swap(old.get(), fresh);
        } else {
            handover.enthrone(fresh);
            metered.start();
        }
        return router.describe() + " sends to " + backend(fresh);
    }

    private Optional<Container> runningOld() {
        return old.filter(Container::running);
    }

    private Backend backend(Container container) {
        return seen.backend(container, terms.network(), terms.port());
    }

    /** Through the metered address where there is one, as users would; else by asking the router and the app. */
    private String verify() throws InterruptedException {
        return new Verification(docker, terms, router, metered.statusBeforeSwitch(), old.map(seen::version))
                .check(backend(fresh), target(), newcomer.version());
    }

    private String drain() throws InterruptedException {
        if (runningOld().isEmpty()) {
            return "";
        }
        return draining().await(old.get(), backend(old.get()));
    }

    private Draining draining() {
        return new Draining(docker, router, terms.drain(), progress);
    }

    /** Watches the new version while the old one can still be gone back to, and then takes the old one out of reach. */
    private String bake() throws InterruptedException {
        if (terms.bake().isZero()) {
            return "";
        }
        try {
            new Readiness(docker, terms.liveness()).watch(target(), terms.bake(), listener(Phase.BAKE));
        } catch (NotReadyException e) {
            throw notReady(e);
        }
        lock.check();
        if (runningOld().isPresent()) {
            router.route(backend(fresh), Optional.empty());
            draining().await(old.get(), backend(old.get()));
        }
        return "stayed well for " + terms.bake().toSeconds() + " s";
    }

    private String stopOld() throws InterruptedException {
        if (old.isEmpty()) {
            return "";
        }
        String kept = handover.retire(old.get(), seen);
        metered.markEnd();
        return "kept as " + kept;
    }

    private String commit() throws InterruptedException {
        handover.commit(fresh, newcomer.version(), old.stream().toList());
        return "restart policy always, image tagged " + newcomer.version() + " and latest";
    }

    /**
     * Once the old version has been asked to stop the only way is forward, whatever fails and whoever calls it off: what the
     * phase couldn't do is done by the same steps that finish a killed deployment.
     */
    private void beyondReturn(Phase phase, Timeline.Work work) throws InterruptedException {
        boolean calledOff = Thread.interrupted();
        try {
            phase(phase, work);
        } catch (LockLostException e) {
            throw e;
        } catch (RuntimeException | InterruptedException e) {
            calledOff |= e instanceof InterruptedException;
            if (finish(e) == Recovery.Result.UNDONE) {
                // The old one had not been given up yet, so the way back was still open, and was taken.
                throw e;
            }
            timeline.warn("Phase '" + phase.title() + "' had to be finished in a second go: " + Timeline.reason(e));
        }
        if (Thread.interrupted() || calledOff) {
            timeline.warn("It was called off too late: the old version had already been asked to stop.");
        }
    }

    private Recovery.Result finish(Exception reason) {
        try {
            return new EnginePatience(progress).insist(recovery()::converge);
        } catch (RuntimeException e) {
            UnsettledException failed = new UnsettledException(terms.names().app(), "finished", e);
            failed.addSuppressed(reason);
            throw failed;
        }
    }

    /** A clean-up that fails is a warning: the new version is live all the same. */
    private void clean() {
        try {
            phase(Phase.CLEAN, () -> new Cleaning(docker, terms).run());
        } catch (RuntimeException e) {
            timeline.warn("Cleaning up failed, which the next deployment will try again: " + e.getMessage());
        } catch (InterruptedException e) {
            timeline.warn("Cleaning up was called off; the next deployment will do it.");
        }
    }

    private void undo(Exception reason) throws InterruptedException {
        if (reason instanceof LockLostException) {
            return;
        }
        boolean calledOff = Thread.interrupted();
        try {
            timeline.run(Phase.UNDO, () -> new EnginePatience(progress).insist(this::undone));
        } catch (RuntimeException e) {
            UnsettledException failed = new UnsettledException(terms.names().app(), "undone", e);
            failed.addSuppressed(reason);
            throw failed;
        } finally {
            if (calledOff) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private String undone() throws InterruptedException {
        if (old.isEmpty() && fresh != null) {
            recovery().takeBackFirst(fresh);
        } else {
            recovery().converge();
        }
        metered.markEnd();
        return old.map(it -> seen.version(it) + " serves as before").orElse("nothing is live, as before");
    }
}
