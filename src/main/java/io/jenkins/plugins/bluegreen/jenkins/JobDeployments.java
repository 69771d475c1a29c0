package io.jenkins.plugins.bluegreen.jenkins;

import hudson.model.Action;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Job;
import hudson.model.ParametersAction;
import hudson.model.Run;
import io.jenkins.plugins.bluegreen.jenkins.fields.Texts;
import io.jenkins.plugins.bluegreen.settings.AppName;
import io.jenkins.plugins.bluegreen.settings.VersionText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * @param live whether it is live, as far as this job knows
     * @param offered whether it can be gone back to
     */
    public record Row(DeploymentAction action, boolean live, boolean offered) {
        public DeploymentAction getAction() {
            return action;
        }

        public boolean isLive() {
            return live;
        }

        public boolean isOffered() {
            return offered;
        }
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
            List<DeploymentAction> ofRun = new ArrayList<>(run.getActions(DeploymentAction.class));
            Collections.reverse(ofRun);
            all.addAll(ofRun);
        }
        // A build that began earlier may have deployed later.
        all.sort(Comparator.comparingLong(DeploymentAction::endedAt).reversed());
        return rows(all);
    }

    /** An app's newest deployment tells what is live; each version that was ever live, but isn't, can be gone back to. */
    static List<Row> rows(List<DeploymentAction> newestFirst) {
        List<Row> rows = new ArrayList<>();
        Set<String> seenApps = new HashSet<>();
        Set<String> seenVersions = new HashSet<>();
        Map<String, String> live = new HashMap<>();
        for (DeploymentAction one : newestFirst) {
            if (one.isLooked() && seenApps.add(one.getApp()) && one.getLive() != null) {
                live.put(one.getApp(), one.getLive());
            }
            boolean isLive = one.isGood() && one.getVersion().equals(live.get(one.getApp()));
            boolean first = one.isGood() && seenVersions.add(one.getApp() + "/" + one.getVersion());
            rows.add(new Row(one, first && isLive, first && !isLive));
        }
        return rows;
    }

    /** Starts a build that goes back instead of deploying, with the parameters of the one that had deployed the version. */
    @POST
    public HttpResponse doRollback(@QueryParameter String app, @QueryParameter String version) {
        job.checkPermission(RollbackPermission.ROLLBACK);
        String checkedApp = new AppName(app).checked();
        String checkedVersion = new VersionText(version).checked();
        Optional<Run<?, ?>> deployed = deployedBy(checkedApp, checkedVersion);
        Set<String> others = new TreeSet<>();
        deployed.ifPresent(run -> run.getActions(DeploymentAction.class).forEach(one -> others.add(one.getApp())));
        others.remove(checkedApp);
        List<Action> actions = new ArrayList<>(List.of(
                new CauseAction(new Cause.UserIdCause()), new RollbackRequest(checkedApp, checkedVersion, others)));
        deployed.ifPresent(run -> actions.addAll(run.getActions(ParametersAction.class)));
        ParameterizedJobMixIn.scheduleBuild2(job, 0, actions.toArray(Action[]::new));
        return new HttpRedirect("..");
    }

    private Optional<Run<?, ?>> deployedBy(String app, String version) {
        return getRows().stream()
                .map(Row::action)
                .filter(one -> one.isGood()
                        && one.getApp().equals(app)
                        && one.getVersion().equals(version))
                .findFirst()
                .map(DeploymentAction::getRun);
    }
}
