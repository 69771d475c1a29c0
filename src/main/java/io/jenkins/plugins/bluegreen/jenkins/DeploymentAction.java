package io.jenkins.plugins.bluegreen.jenkins;

import hudson.model.BuildBadgeAction;
import hudson.model.Run;
import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.jenkins.fields.Texts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import jenkins.model.RunAction2;

/**
 * What a build has deployed: the summary on its page, its badge in the history, and a row of its job's "Deployments".
 * Persisted with the build: plain data, no secret.
 */
public final class DeploymentAction implements RunAction2, BuildBadgeAction {
    private static final int SHORT = 7;

    private final int number;
    private final String app;
    private final String version;
    private final String live;
    private final boolean looked;
    private final String outcome;
    private final String commit;
    private final long startedAt;
    private final long tookMillis;
    private final long requests;
    private final long lost;
    private final boolean metered;
    private final String failure;
    private final ArrayList<String> kept;
    private final ArrayList<PhaseTime> phases = new ArrayList<>();
    private transient Run<?, ?> run;

    /** A phase and how long it took, for the summary's table. */
    public static final class PhaseTime {
        private final String title;
        private final long millis;
        private final boolean failed;

        PhaseTime(String title, long millis, boolean failed) {
            this.title = title;
            this.millis = millis;
            this.failed = failed;
        }

        /** In the reader's language. */
        public String getTitle() {
            return Texts.of("phase." + title.replace(' ', '-'));
        }

        public String getTook() {
            return seconds(millis);
        }

        public boolean isFailed() {
            return failed;
        }
    }

    /**
     * What a report says.
     *
     * @param number which of the build's deployments it is, from 1
     * @param kept the versions that were kept afterwards; empty where that isn't known
     */
    DeploymentAction(Report report, int number, Optional<List<String>> kept) {
        this.number = number;
        this.app = report.app();
        this.version = report.version();
        this.live = report.live().orElse(null);
        this.looked = report.looked();
        this.outcome = report.outcome().name();
        this.commit = report.commit().orElse(null);
        this.startedAt = report.startedAt().toEpochMilli();
        this.tookMillis = report.took();
        this.metered = report.meter().isPresent();
        this.requests = report.meter().map(meter -> meter.requests()).orElse(0L);
        this.lost = report.meter().map(meter -> meter.lost()).orElse(0L);
        this.failure = report.failure().map(Report.Failure::what).orElse(null);
        this.kept = kept.map(ArrayList::new).orElse(null);
        report.phases().forEach(one -> phases.add(new PhaseTime(one.phase().title(), one.tookMillis(), one.failed())));
    }

    @Override
    public void onAttached(Run<?, ?> attached) {
        run = attached;
    }

    @Override
    public void onLoad(Run<?, ?> loaded) {
        run = loaded;
    }

    @Override
    public String getIconFileName() {
        return null; // no link of its own: the summary says it all
    }

    @Override
    public String getDisplayName() {
        return app + " " + version;
    }

    @Override
    public String getUrlName() {
        return null;
    }

    /** The build. */
    public Run<?, ?> getRun() {
        return run;
    }

    public String getApp() {
        return app;
    }

    public String getVersion() {
        return version;
    }

    /** Whether it is known what was live afterwards: not where it ended before it had looked. */
    public boolean isLooked() {
        return looked;
    }

    /** The version that was live afterwards; {@code null} where none was. */
    public String getLive() {
        return live;
    }

    /** The versions that were kept afterwards, to be gone back to; empty where that isn't known. */
    Optional<List<String>> kept() {
        return Optional.ofNullable(kept).map(List::copyOf);
    }

    /** As in {@link Report.Outcome}. */
    public String getOutcome() {
        return outcome;
    }

    /** The same for people. */
    public String getOutcomeText() {
        return Texts.of("outcome." + outcome);
    }

    public boolean isGood() {
        return outcome.equals("DEPLOYED") || outcome.equals("ROLLED_BACK_TO");
    }

    public String getCommit() {
        return commit;
    }

    /** The commit as people write it; {@code null} where it isn't known. */
    public String getShortCommit() {
        return commit == null ? null : commit.substring(0, Math.min(SHORT, commit.length()));
    }

    @SuppressWarnings("JavaUtilDate") // what pages can format
    public Date getStartedAt() {
        return new Date(startedAt);
    }

    public String getTook() {
        return seconds(tookMillis);
    }

    /** When it ended, in milliseconds since 1970. */
    long endedAt() {
        return startedAt + tookMillis;
    }

    /** Whether the downtime meter looked. */
    public boolean isMetered() {
        return metered;
    }

    /** In the reader's language, as everything here that is written as a text. */
    public String getRequests() {
        return Numerals.count(requests, Texts.language());
    }

    public String getLost() {
        return Numerals.count(lost, Texts.language());
    }

    public String getFailure() {
        return failure;
    }

    /** The timeline as an inline picture, in which every text is escaped already; {@code null} where there is none. */
    public String getPicture() {
        return TimelinePicture.of(run, number).svg().orElse(null);
    }

    public List<PhaseTime> getPhases() {
        return List.copyOf(phases);
    }

    private static String seconds(long millis) {
        return Numerals.seconds(millis, Texts.language());
    }
}
