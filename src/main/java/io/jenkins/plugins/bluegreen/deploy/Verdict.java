package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.DockerException;
import io.jenkins.plugins.bluegreen.traffic.Router;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns how a deployment went into its report. */
final class Verdict {
    private final Terms terms;
    private final Newcomer newcomer;
    private final Supplier<Router> router;
    private final Timeline timeline;
    private final Metered metered;

    Verdict(Terms terms, Newcomer newcomer, Supplier<Router> router, Timeline timeline, Metered metered) {
        this.terms = terms;
        this.newcomer = newcomer;
        this.router = router;
        this.timeline = timeline;
        this.metered = metered;
    }

    /** The deployment itself. */
    @FunctionalInterface
    interface Attempt {
        void run() throws InterruptedException;
    }

    Report of(Attempt attempt, Supplier<Optional<Container>> old, Supplier<Container> fresh) {
        Report.Outcome outcome;
        Optional<Report.Failure> failure = Optional.empty();
        try {
            attempt.run();
            outcome = newcomer instanceof KeptVersion ? Report.Outcome.ROLLED_BACK_TO : Report.Outcome.DEPLOYED;
        } catch (InterruptedException e) {
            outcome = Report.Outcome.CANCELLED;
            failure = Optional.of(new Report.Failure(
                    phase(),
                    "It was called off.",
                    "",
                    "",
                    "The old version serves as before; deploy again when you like."));
        } catch (LockTimeoutException e) {
            outcome = Report.Outcome.LOCKED;
            failure = Optional.of(failure(e));
        } catch (UnsettledException | LockLostException e) {
            outcome = Report.Outcome.BROKEN;
            failure = Optional.of(failure(e));
        } catch (RuntimeException e) {
            outcome = timeline.reached(Phase.SWITCH) ? Report.Outcome.UNDONE : Report.Outcome.REFUSED;
            // Ctrl-C in a terminal ends the docker client too, which may be noticed first.
            outcome = Thread.currentThread().isInterrupted() ? Report.Outcome.CANCELLED : outcome;
            failure = Optional.of(failure(e));
        }
        return report(outcome, failure, old.get(), Optional.ofNullable(fresh.get()));
    }

    private Phase phase() {
        return timeline.failedIn().orElse(Phase.LOCK);
    }

    private Report.Failure failure(RuntimeException e) {
        if (e instanceof DeploymentException known) {
            return new Report.Failure(phase(), known.getMessage(), known.seen(), known.log(), known.advice());
        }
        return new Report.Failure(phase(), String.valueOf(e.getMessage()), "", "", advice(e));
    }

    private static String advice(RuntimeException e) {
        if (e instanceof DockerException docker && docker.engineUnreachable()) {
            return "Start the Docker engine, then try again: what was left unfinished is put right first.";
        }
        if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("no space left")) {
            return "Make room on the Docker host ('docker system df' shows what takes it), then try again.";
        }
        return e instanceof DockerException ? "Mend what Docker complains of, then try again." : "";
    }

    private Report report(
            Report.Outcome outcome,
            Optional<Report.Failure> failure,
            Optional<Container> old,
            Optional<Container> fresh) {
        Optional<String> previous = old.map(it -> Observation.version(terms.names(), it));
        boolean live = outcome == Report.Outcome.DEPLOYED
                || outcome == Report.Outcome.ROLLED_BACK_TO
                || (outcome == Report.Outcome.BROKEN && timeline.reached(Phase.STOP_OLD));
        return new Report(
                terms.names().app(),
                newcomer.version(),
                fresh.map(Container::imageId),
                previous,
                live ? Optional.of(newcomer.version()) : previous,
                outcome,
                router.get().describe(),
                terms.by(),
                newcomer.commit(),
                timeline.startedAt(),
                timeline.elapsedMillis(),
                timeline.phases(),
                metered.reading(),
                metered.startMillis(),
                failure,
                timeline.warnings());
    }
}
