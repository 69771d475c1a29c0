package io.jenkins.plugins.bluegreen.jenkins.fields;

import hudson.Extension;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.bluegreen.settings.Key;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A front that owns a port of the host. */
public final class PortRouter extends Router {
    private static final long serialVersionUID = 1L;

    private final Integer publish;
    private String frontImage;

    @DataBoundConstructor
    public PortRouter(Integer publish) {
        this.publish = publish;
    }

    @Override
    public void addTo(FieldLayer fields) {
        fields.text(Key.ROUTER, "router", "port");
        fields.number(Key.PUBLISH, "router.publish", publish == null ? "" : publish); // an emptied field
        fields.text(Key.FRONT_IMAGE, "router.frontImage", frontImage);
    }

    public Integer getPublish() {
        return publish;
    }

    public String getFrontImage() {
        return frontImage;
    }

    @DataBoundSetter
    public void setFrontImage(String frontImage) {
        this.frontImage = Blank.toNull(frontImage);
    }

    /** Makes it known to Jenkins. */
    @Extension(ordinal = 6)
    @Symbol("portRouter")
    public static final class Type extends Descriptor<Router> {
        @Override
        public String getDisplayName() {
            return Texts.of("PortRouter.name");
        }

        @POST
        public FormValidation doCheckPublish(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.required(item, Key.PUBLISH, value);
        }

        @POST
        public FormValidation doCheckFrontImage(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.FRONT_IMAGE, value);
        }
    }
}
