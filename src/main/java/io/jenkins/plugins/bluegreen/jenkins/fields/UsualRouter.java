package io.jenkins.plugins.bluegreen.jenkins.fields;

import hudson.Extension;
import hudson.model.Descriptor;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** The router that the administrator has set: what counts where nothing is chosen. Never kept. */
public final class UsualRouter extends Router {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public UsualRouter() {}

    @Override
    public void addTo(FieldLayer fields) {
        // Nothing: what counts in any case.
    }

    /** Makes it known to Jenkins. */
    @Extension(ordinal = 10)
    @Symbol("usualRouter")
    public static final class Type extends Descriptor<Router> {
        @Override
        public String getDisplayName() {
            return Texts.of("UsualRouter.name");
        }
    }
}
