package io.jenkins.plugins.bluegreen.stack;

import io.jenkins.plugins.bluegreen.deploy.Event;
import io.jenkins.plugins.bluegreen.deploy.Progress;
import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.host.Mask;
import io.jenkins.plugins.bluegreen.stack.description.Description;
import io.jenkins.plugins.bluegreen.stack.plan.Step;
import io.jenkins.plugins.bluegreen.text.Durations;
import java.time.Duration;
import java.util.Optional;

/** Waits until a service serves. One use only. */
final class ServiceWait {
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration TELL = Duration.ofSeconds(5);
    private static final int CRASHES = 3;
    private static final int LOG_LINES = 15;

    private final Docker docker;
    private final ServiceSecrets secrets;
    private final Step step;
    private final String name;
    private final ServiceCheck check;
    private final Progress progress;
    private final long begin = System.nanoTime();
    private long told = begin;
    private int restartsBefore = -1;
    private String last = "it hasn't been asked yet";

    ServiceWait(Docker docker, ServiceSecrets secrets, Description description, Step step, Progress progress) {
        this.docker = docker;
        this.secrets = secrets;
        this.step = step;
        this.name = description.container(step.service());
        this.check = new ServiceCheck(docker, description.network());
        this.progress = progress;
    }

    /** Waits, for the service's own limit at most. */
    Ending await() throws InterruptedException {
        while (true) {
            Optional<Container> container = docker.container(name);
            if (container.isEmpty()) {
                return Ending.bad(step, waited(), "Its container " + name + " is gone.", "");
            }
            Optional<String> failure = failure(container.get());
            if (failure.isPresent()) {
                return failed(failure.get());
            }
            if (serves(container.get())) {
                return served();
            }
            tell();
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private Ending served() {
        if (step.changes()) {
            progress.tell(new Event.Note(step.service().name() + " serves, after " + Durations.show(waited())));
        }
        return Ending.good(step, waited());
    }

    private Optional<String> failure(Container container) {
        if (restartsBefore < 0) {
            restartsBefore = container.restartCount();
        }
        if (container.restartCount() - restartsBefore >= CRASHES) {
            return Optional.of("It ends again and again, lastly with exit code " + container.exitCode() + ".");
        }
        if (container.status().equals("exited") || container.status().equals("dead")) {
            return Optional.of("It has ended with exit code " + container.exitCode() + ".");
        }
        Duration limit = step.service().startLimit();
        return waited().compareTo(limit) < 0
                ? Optional.empty()
                : Optional.of("It didn't serve within " + Durations.show(limit) + ": " + last + ".");
    }

    private Ending failed(String why) throws InterruptedException {
        Mask mask = secrets.mask(step.service(), name);
        return Ending.bad(step, waited(), mask.apply(why), mask.apply(docker.logs(name, LOG_LINES)));
    }

    private boolean serves(Container container) throws InterruptedException {
        ServiceCheck.Seen seen = check.ask(step.service().health(), container);
        last = seen.what();
        return seen.serves();
    }

    private void tell() {
        if (System.nanoTime() - told >= TELL.toNanos()) {
            told = System.nanoTime();
            progress.tell(new Event.Note("waiting for " + step.service().name() + ", for " + Durations.show(waited())
                    + " of " + Durations.show(step.service().startLimit())));
        }
    }

    private Duration waited() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
