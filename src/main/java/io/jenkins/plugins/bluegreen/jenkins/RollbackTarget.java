package io.jenkins.plugins.bluegreen.jenkins;

import io.jenkins.plugins.bluegreen.settings.AppName;
import io.jenkins.plugins.bluegreen.settings.SettingsException;
import io.jenkins.plugins.bluegreen.settings.VersionText;
import java.util.List;
import java.util.Objects;

/**
 * What somebody asks for on a job's page.
 *
 * @param app the app
 * @param version the version to go back to
 */
record RollbackTarget(String app, String version) {
    /**
     * As it came from a browser.
     *
     * @throws SettingsException where it can't be an app and a version
     */
    static RollbackTarget of(String app, String version) {
        return new RollbackTarget(
                new AppName(Objects.requireNonNullElse(app, "")).checked(),
                new VersionText(Objects.requireNonNullElse(version, "")).checked());
    }

    /**
     * The deployment that had brought it live.
     *
     * @throws SettingsException where there is none, or where its version isn't kept any more
     */
    DeploymentAction deployment(List<JobDeployments.Row> rows) {
        JobDeployments.Row said = rows.stream()
                .filter(row -> row.action().isGood()
                        && row.action().getApp().equals(app)
                        && row.action().getVersion().equals(version))
                .findFirst()
                .orElseThrow(
                        () -> new SettingsException("No build of this job that is still there has deployed version "
                                + version + " of '" + app + "'. Choose one on the page 'Deployments'."));
        if (said.isGone()) {
            throw new SettingsException("Version " + version + " of '" + app + "' isn't kept any more."
                    + " Deploy its image or commit instead, or choose another version.");
        }
        return said.action();
    }
}
