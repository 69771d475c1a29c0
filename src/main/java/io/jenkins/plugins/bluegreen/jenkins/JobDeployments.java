package io.jenkins.plugins.bluegreen.jenkins;

import hudson.model.Action;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Failure;
import hudson.model.Job;
import hudson.model.ParametersAction;
import hudson.model.Run;
import io.jenkins.plugins.bluegreen.jenkins.fields.Texts;
import io.jenkins.plugins.bluegreen.settings.SettingsException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jenkins.model.ParameterizedJobMixIn;
import org.kohsuke.stapler.HttpRedirect;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A job's page "Deployments": what its last builds have deployed, what is live, and the way back. Made anew for each visit. */
public final class JobDeployments implements Action {
    private static final int MOST_BUILDS = 50;

    private final Job<?, ?> job;

    JobDeployments(Job<?, ?> job) {
        this.job = job;
    }

    /**
     * A deployment as the page shows it.
     *
     * @param action what was deployed
     * @param place what can be said of its version, as far as this job knows
     */
    public record Row(DeploymentAction action, Place place) {
        public DeploymentAction getAction() {
            return action;
        }

        public boolean isLive() {
            return place == Place.LIVE;
        }

        public boolean isOffered() {
            return place == Place.KEPT;
        }

        public boolean isGone() {
            return place == Place.GONE;
        }
    }

    /** Where a version is now. */
    enum Place {
        /** It is live. */
        LIVE,
        /** It was live, and can be gone back to. */
        KEPT,
        /** It was live, and isn't kept any more. */
        GONE,
        /** It never was live, a newer row says it, or nobody knows. */
        UNSAID
    }

    @Override
    public String getIconFileName() {
        return "symbol-swap";
    }

    @Override
    public String getDisplayName() {
        return Texts.of("deployments");
    }

    @Override
    public String getUrlName() {
        return "deployments";
    }

    /** The job. */
    public Job<?, ?> getJob() {
        return job;
    }

    public boolean isMayRollBack() {
        return job.hasPermission(RollbackPermission.ROLLBACK);
    }

    /** The last ones, the newest first. */
    public List<Row> getRows() {
        List<DeploymentAction> all = new ArrayList<>();
        for (Run<?, ?> run : job.getBuilds().limit(MOST_BUILDS)) {
            all.addAll(run.getActions(DeploymentAction.class));
        }
        // A build that began earlier may have deployed later.
        all.sort(Comparator.comparingLong(DeploymentAction::endedAt).reversed());
        return rows(all);
    }

    /** An app's newest deployment that could look tells what is live and what is kept. */
    static List<Row> rows(List<DeploymentAction> newestFirst) {
        List<Row> rows = new ArrayList<>();
        Map<String, String> live = new HashMap<>();
        Map<String, List<String>> kept = new HashMap<>();
        for (DeploymentAction one : newestFirst) {
            if (one.isLooked()) {
                live.putIfAbsent(one.getApp(), one.getLive() == null ? "" : one.getLive());
            }
            one.kept().ifPresent(versions -> kept.putIfAbsent(one.getApp(), versions));
        }
        Set<String> said = new HashSet<>();
        for (DeploymentAction one : newestFirst) {
            boolean says = one.isGood() && said.add(one.getApp() + "/" + one.getVersion());
            rows.add(new Row(
                    one,
                    says ? place(one.getVersion(), live.get(one.getApp()), kept.get(one.getApp())) : Place.UNSAID));
        }
        return rows;
    }

    private static Place place(String version, String live, List<String> kept) {
        if (version.equals(live)) {
            return Place.LIVE;
        }
        if (kept == null) {
            return Place.UNSAID;
        }
        return kept.contains(version) ? Place.KEPT : Place.GONE;
    }

    /**
     * Starts a build that goes back instead of deploying, with the parameters of the one that had deployed the version.
     *
     * @throws Failure where that can't be: an answer 400, with a sentence
     */
    @POST
    public HttpResponse doRollback(@QueryParameter String app, @QueryParameter String version) {
        job.checkPermission(RollbackPermission.ROLLBACK);
        try {
            start(RollbackTarget.of(app, version));
        } catch (SettingsException e) {
            throw new Failure(e.getMessage());
        }
        return new HttpRedirect("..");
    }

    private void start(RollbackTarget target) {
        Run<?, ?> deployed = target.deployment(getRows()).getRun();
        if (!job.isBuildable()) {
            throw new SettingsException(
                    "The job '" + job.getFullName() + "' is disabled, so it can't go back to anything."
                            + " Enable it first, or go back by 'bluegreen rollback' on the Docker host.");
        }
        Set<String> others = new TreeSet<>();
        deployed.getActions(DeploymentAction.class).forEach(one -> others.add(one.getApp()));
        others.remove(target.app());
        List<Action> actions = new ArrayList<>(List.of(
                new CauseAction(new Cause.UserIdCause()), new RollbackRequest(target.app(), target.version(), others)));
        actions.addAll(deployed.getActions(ParametersAction.class));
        if (ParameterizedJobMixIn.scheduleBuild2(job, 0, actions.toArray(Action[]::new)) == null) {
            throw new SettingsException("Jenkins takes no new builds of '" + job.getFullName() + "' now: it is shutting"
                    + " down, or something forbids it. Try again later.");
        }
    }
}
