package io.jenkins.plugins.bluegreen.jenkins.fields;

import hudson.Extension;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** The HTTP check by the path that stands beside it, with no settings of its own: what counts where nothing is chosen. Never kept. */
public final class UsualHealth extends Health {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public UsualHealth() {}

    @Override
    public void addTo(FieldLayer fields) {
        // Nothing: what counts in any case.
    }

    /** Makes it known to Jenkins. */
    @Extension(ordinal = 10)
    @Symbol("usualHealth")
    public static final class Type extends HealthType {
        @Override
        public String getDisplayName() {
            return Texts.of("UsualHealth.name");
        }
    }
}
