package io.jenkins.plugins.bluegreen.stack;

import io.jenkins.plugins.bluegreen.deploy.Event;
import io.jenkins.plugins.bluegreen.deploy.HostLock;
import io.jenkins.plugins.bluegreen.deploy.Progress;
import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.stack.compose.ComposeClient;
import io.jenkins.plugins.bluegreen.stack.compose.ComposeFile;
import io.jenkins.plugins.bluegreen.stack.description.Description;
import io.jenkins.plugins.bluegreen.stack.plan.Action;
import io.jenkins.plugins.bluegreen.stack.plan.Observation;
import io.jenkins.plugins.bluegreen.stack.plan.Plan;
import io.jenkins.plugins.bluegreen.stack.plan.Planner;
import io.jenkins.plugins.bluegreen.stack.plan.Seen;
import io.jenkins.plugins.bluegreen.stack.plan.Step;
import io.jenkins.plugins.bluegreen.stack.secret.GivenSecrets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A described stack on a Docker host. What it changes it changes under a lock on that host, so that a Jenkins and a shell
 * exclude each other. No method removes a volume. Every method blocks, and throws
 * {@link io.jenkins.plugins.bluegreen.docker.DockerException} or {@link io.jenkins.plugins.bluegreen.host.HostException}
 * where Docker can't be used.
 */
public final class Stack {
    private final Docker docker;
    private final Description description;
    private final ServiceSecrets secrets;
    private final Progress progress;

    public Stack(Docker docker, Description description, GivenSecrets given, Progress progress) {
        this.docker = docker;
        this.description = description;
        this.secrets = new ServiceSecrets(docker, description, given);
        this.progress = progress;
    }

    /** What {@link #up} would do. Changes nothing. */
    public Plan plan() throws InterruptedException {
        return plan(Observation.of(docker, description));
    }

    private Plan plan(Observation seen) throws InterruptedException {
        Plan plan = new Planner(description, seen).plan();
        List<Step> steps = new ArrayList<>();
        for (Step step : plan.steps()) {
            steps.add(withSecret(step, seen));
        }
        return new Plan(plan.network(), plan.obstacle(), steps, plan.undescribed());
    }

    private Step withSecret(Step step, Observation seen) throws InterruptedException {
        Optional<Seen> container =
                seen.container(description.project(), step.service().name());
        Optional<String> trouble = container.isEmpty()
                ? Optional.empty()
                : secrets.trouble(step.service(), container.get().id());
        return trouble.map(why -> new Step(step.service(), Action.BLOCKED, List.of(why)))
                .orElse(step);
    }

    /**
     * Brings it up, and waits until its services serve.
     *
     * @param by who does it, for people
     * @param lockWait how long to wait for another command on the stack
     * @throws io.jenkins.plugins.bluegreen.deploy.LockTimeoutException where that one still goes on then
     * @throws io.jenkins.plugins.bluegreen.stack.compose.ComposeException where there is no Compose on the host
     */
    public Report up(String by, Duration lockWait) throws InterruptedException {
        try (HostLock lock = lock(by, lockWait)) {
            progress.tell(new Event.Note("looking at what is there"));
            Observation seen = Observation.of(docker, description);
            return new Bootstrap(docker, description, secrets, lock, progress).run(plan(seen), seen);
        }
    }

    /** How its services are, in the order of the description. */
    public List<ServiceStatus> status() throws InterruptedException {
        List<ServiceStatus> all = new ArrayList<>();
        ServiceCheck check = new ServiceCheck(docker, description.network());
        for (Step step : plan().steps()) {
            Optional<Container> container = docker.container(description.container(step.service()));
            boolean serves = container.isPresent()
                    && check.ask(step.service().health(), container.get()).serves();
            all.add(new ServiceStatus(step, container, serves));
        }
        return all;
    }

    /**
     * Stops and removes its containers, also those of services that aren't described any more. Volumes, secrets and the
     * network stay.
     *
     * @return the names of the containers that were removed
     * @throws io.jenkins.plugins.bluegreen.stack.compose.ComposeException where Compose fails or isn't there
     */
    public List<String> down(String by, Duration lockWait) throws InterruptedException {
        try (HostLock lock = lock(by, lockWait)) {
            List<String> before = containers();
            if (!before.isEmpty()) {
                lock.check();
                progress.tell(new Event.Note("stopping " + String.join(", ", before)));
                ComposeClient.of(docker.host()).down(new ComposeFile(description));
            }
            return before;
        }
    }

    private List<String> containers() throws InterruptedException {
        return Observation.of(docker, description).containers().stream()
                .filter(seen -> seen.project().equals(description.project()))
                .map(Seen::name)
                .toList();
    }

    private HostLock lock(String by, Duration wait) throws InterruptedException {
        return HostLock.take(docker, description.project() + "-stack", by, wait, progress);
    }
}
