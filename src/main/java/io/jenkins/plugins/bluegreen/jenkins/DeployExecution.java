package io.jenkins.plugins.bluegreen.jenkins;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.bluegreen.deploy.Event;
import io.jenkins.plugins.bluegreen.deploy.Phase;
import io.jenkins.plugins.bluegreen.deploy.Report;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * A {@code blueGreenDeploy} or {@code blueGreenRollback} under way.
 *
 * <p>The deploy runs on a thread of its own, since Jenkins's pipeline thread must not wait. What has to survive a restart
 * of the controller is little, because the Docker host knows the rest: the fields, the phase that was reached, and
 * the version that a way back has chosen. A resumed
 * step deploys again, and the engine's recovery first finishes or undoes what the old process had begun.
 *
 * <p>{@link #stop} interrupts that thread and lets it undo what it has done; if it hasn't ended after
 * {@link #UNDO_MINUTES} minutes, the step ends without it.
 */
final class DeployExecution extends StepExecution {
    private static final long serialVersionUID = 1L;
    private static final long UNDO_MINUTES = 5;
    private static final long AGENT_RETURNS_WITHIN_MILLIS = TimeUnit.MINUTES.toMillis(10);
    private static final long SAVED_WITHIN_SECONDS = 30;
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    /** Persisted. */
    private final EngineStep step;

    /** Persisted: where it stands; {@code null} before the first phase. */
    private volatile Phase phase;

    /** Persisted: the version that a way back goes to; {@code null} before that is chosen. */
    private volatile String chosen;

    /** What is going on now, for people. */
    private transient volatile String status;

    private transient Future<?> worker;

    /** Why it was stopped. */
    private transient Throwable stopped;

    /** Ends a stopped step whose undoing takes too long. */
    private transient Future<?> watchdog;

    private transient boolean ended;

    DeployExecution(StepContext context, EngineStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() {
        work(Begun.NOTHING);
        return false;
    }

    @Override
    public void onResume() {
        work(new Begun(true, Optional.ofNullable(chosen)));
    }

    private synchronized void work(Begun begun) {
        worker = Computer.threadPoolForRemoting.submit(() -> deployAndEnd(begun));
    }

    @Override
    public synchronized void stop(Throwable cause) {
        if (stopped != null) {
            return;
        }
        stopped = cause;
        status = "called off, undoing";
        worker.cancel(true);
        watchdog = Timer.get().schedule(() -> fail(cause), UNDO_MINUTES, TimeUnit.MINUTES);
    }

    @Override
    public String getStatus() {
        String now = status;
        return now == null ? "not begun yet" : now;
    }

    private void deployAndEnd(Begun begun) {
        try {
            DeployByBuild build = build(begun.resumed());
            Report report = step.run(build, begun, this::noteProgress);
            Thread.interrupted(); // telling Jenkins how it ended must not be called off
            end(report);
        } catch (IOException | InterruptedException | RuntimeException e) {
            Thread.interrupted();
            fail(causeOf(e));
        }
    }

    /** After a restart the agent may take a while to come back. */
    private DeployByBuild build(boolean resumed) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(AGENT_RETURNS_WITHIN_MILLIS);
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                return build(getContext());
            } catch (IOException e) {
                if (!resumed || System.nanoTime() > deadline) {
                    throw e;
                }
                status = "waiting for the agent to come back";
                Thread.sleep(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private static DeployByBuild build(StepContext context) throws IOException, InterruptedException {
        return new DeployByBuild(
                given(context, Run.class),
                given(context, FilePath.class),
                given(context, EnvVars.class),
                given(context, Launcher.class),
                given(context, TaskListener.class));
    }

    private static <T> T given(StepContext context, Class<T> type) throws IOException, InterruptedException {
        T found = context.get(type);
        if (found == null) {
            throw new AbortException("The agent of this build isn't there.");
        }
        return found;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // where saving fails, Jenkins says so in its own log
    private void noteProgress(Event event) {
        if (event instanceof Event.PhaseStarted started) {
            phase = started.phase();
            status = phase.title();
            getContext().saveState();
        } else if (event instanceof Event.VersionChosen it) {
            chosen = it.version();
            awaitSaved();
        } else if (event instanceof Event.Probed probed) {
            status = probed.phase().title() + ": attempt " + probed.attempt() + ", " + probed.seen();
        } else if (event instanceof Event.Draining draining) {
            status = Phase.DRAIN.title() + ": " + draining.remaining().toSeconds() + " s left";
        } else if (event instanceof Event.Baking baking) {
            status = Phase.BAKE.title() + ": " + baking.remaining().toSeconds() + " s left";
        } else if (event instanceof Event.WaitingForLock waiting) {
            status = "waiting for " + waiting.holder();
        }
    }

    /** Before the engine goes on: else, after a crash, "the one before" would be chosen anew, and be another one. */
    private void awaitSaved() {
        try {
            getContext().saveState().get(SAVED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            status = "its state can't be saved now"; // Jenkins says why in its own log
        }
    }

    private void end(Report report) {
        Throwable cause = causeOf(null);
        if (cause != null) {
            fail(cause);
        } else if (!report.succeeded()) {
            fail(new AbortException(FailureText.of(report)));
        } else if (endsNow()) {
            getContext().onSuccess(ReportMap.of(report));
        }
    }

    private void fail(Throwable cause) {
        if (endsNow()) {
            getContext().onFailure(cause);
        }
    }

    /** True for the first who asks: a step ends once, be it by its worker or by the watchdog. */
    private synchronized boolean endsNow() {
        boolean first = !ended;
        ended = true;
        if (watchdog != null) {
            watchdog.cancel(false);
        }
        return first;
    }

    private synchronized Throwable causeOf(Exception thrown) {
        return stopped != null ? stopped : thrown;
    }
}
