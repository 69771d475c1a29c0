package io.jenkins.plugins.bluegreen.jenkins.fields;

import hudson.Extension;
import io.jenkins.plugins.bluegreen.settings.Key;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Ready when the image's own check says so. */
public final class ImageHealth extends Health {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public ImageHealth() {}

    @Override
    public void addTo(FieldLayer fields) {
        fields.flag(Key.HEALTH_IMAGE, "check", true);
        addTimes(fields);
    }

    /** Makes it known to Jenkins. */
    @Extension(ordinal = 6)
    @Symbol("imageHealth")
    public static final class Type extends HealthType {
        @Override
        public String getDisplayName() {
            return Texts.of("ImageHealth.name");
        }
    }
}
