package io.jenkins.plugins.bluegreen.stack;

import io.jenkins.plugins.bluegreen.deploy.Event;
import io.jenkins.plugins.bluegreen.deploy.HostLock;
import io.jenkins.plugins.bluegreen.deploy.Progress;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.docker.DockerException;
import io.jenkins.plugins.bluegreen.stack.compose.ComposeClient;
import io.jenkins.plugins.bluegreen.stack.compose.ComposeException;
import io.jenkins.plugins.bluegreen.stack.compose.ComposeFile;
import io.jenkins.plugins.bluegreen.stack.description.Description;
import io.jenkins.plugins.bluegreen.stack.plan.Action;
import io.jenkins.plugins.bluegreen.stack.plan.Observation;
import io.jenkins.plugins.bluegreen.stack.plan.Plan;
import io.jenkins.plugins.bluegreen.stack.plan.Step;
import io.jenkins.plugins.bluegreen.stack.secret.SecretException;
import io.jenkins.plugins.bluegreen.stack.service.Service;
import io.jenkins.plugins.bluegreen.stack.service.Volume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Brings a stack up: network, then for each service its image, secret and volumes, then the containers, then their health.
 * A service that fails stops none of the others. One use only.
 */
final class Bootstrap {
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Docker docker;
    private final Description description;
    private final ServiceSecrets secrets;
    private final HostLock lock;
    private final Progress progress;
    private final ComposeFile file;
    private final Map<Step, String> failures = new LinkedHashMap<>();
    private Optional<ComposeClient> compose = Optional.empty();

    Bootstrap(Docker docker, Description description, ServiceSecrets secrets, HostLock lock, Progress progress) {
        this.docker = docker;
        this.description = description;
        this.secrets = secrets;
        this.lock = lock;
        this.progress = progress;
        this.file = new ComposeFile(description);
    }

    /** Does what the plan says, which was made under the lock from this observation. */
    Report run(Plan plan, Observation seen) throws InterruptedException {
        if (plan.obstacle().isPresent()) {
            return new Report(plan, List.of());
        }
        if (!plan.of(Action.CREATE).isEmpty() || !plan.of(Action.CHANGE).isEmpty()) {
            compose = Optional.of(ComposeClient.of(docker.host())); // where there is none, nothing is begun
        }
        plan.of(Action.BLOCKED).forEach(step -> failures.put(step, String.join(" ", step.why())));
        if (plan.network().isPresent()) {
            network(plan.network().get());
        }
        for (Step step : plan.steps()) {
            prepare(step, seen);
        }
        containers(plan);
        return new Report(plan, endings(plan));
    }

    private void network(String name) throws InterruptedException {
        tell("making the network " + name);
        docker.call("network", "create", "--label=" + ComposeFile.STACK + "=" + description.project(), name);
    }

    private void prepare(Step step, Observation seen) throws InterruptedException {
        if (step.action() != Action.CREATE && step.action() != Action.CHANGE) {
            return;
        }
        try {
            lock.check();
            Service service = step.service();
            image(service);
            secrets.ensure(service, seen);
            for (Volume volume : service.volumes()) {
                volume(description.volume(service, volume), seen);
            }
        } catch (SecretException | DockerException e) {
            failures.put(step, e.getMessage());
        }
    }

    private void image(Service service) throws InterruptedException {
        if (docker.image(service.image()).isEmpty()) {
            tell("pulling " + service.image());
            docker.pull(service.image());
        }
    }

    private void volume(String name, Observation seen) throws InterruptedException {
        if (!seen.volumes().contains(name)) {
            docker.call("volume", "create", "--label=" + ComposeFile.STACK + "=" + description.project(), name);
        }
    }

    private void containers(Plan plan) throws InterruptedException {
        lock.check();
        if (compose.isPresent()) {
            compose(ready(plan, Action.CREATE), names -> compose.get().start(file, names));
            compose(ready(plan, Action.CHANGE), names -> compose.get().recreate(file, names));
        }
        for (Step step : ready(plan, Action.RESTART)) {
            restart(step);
        }
    }

    private List<Step> ready(Plan plan, Action action) {
        return plan.of(action).stream()
                .filter(step -> !failures.containsKey(step))
                .toList();
    }

    /** All at once; where that fails one by one, since Compose then may not have got to all of them. */
    private void compose(List<Step> steps, Composing work) throws InterruptedException {
        if (steps.isEmpty()) {
            return;
        }
        tell("starting " + String.join(", ", names(steps)));
        try {
            work.on(names(steps));
        } catch (ComposeException e) {
            if (steps.size() == 1) {
                failures.put(steps.get(0), e.getMessage());
                return;
            }
            for (Step step : steps) {
                compose(List.of(step), work);
            }
        }
    }

    private static List<String> names(List<Step> steps) {
        return steps.stream().map(step -> step.service().name()).toList();
    }

    private void restart(Step step) throws InterruptedException {
        tell("restarting " + step.service().name());
        try {
            String name = description.container(step.service());
            docker.stop(name, GRACE);
            docker.start(name);
        } catch (DockerException e) {
            failures.put(step, e.getMessage());
        }
    }

    private List<Ending> endings(Plan plan) throws InterruptedException {
        List<Callable<Ending>> all = new ArrayList<>();
        for (Step step : plan.steps()) {
            String failure = failures.get(step);
            all.add(
                    failure == null
                            ? new ServiceWait(docker, secrets, description, step, progress)::await
                            : () -> Ending.bad(step, Duration.ZERO, failure, ""));
        }
        return Waiting.forAll(all);
    }

    private void tell(String text) {
        progress.tell(new Event.Note(text));
    }

    /** What Compose does with services. */
    @FunctionalInterface
    private interface Composing {
        void on(List<String> services) throws InterruptedException;
    }
}
