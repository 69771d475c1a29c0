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

/** An nginx whose configuration is written and reloaded. */
public final class NginxRouter extends Router {
    private static final long serialVersionUID = 1L;

    private final String container;
    private String file;

    @DataBoundConstructor
    public NginxRouter(String container) {
        this.container = container;
    }

    @Override
    public void addTo(FieldLayer fields) {
        fields.text(Key.ROUTER, "router", "nginx");
        fields.text(Key.NGINX_CONTAINER, "router.container", container);
        fields.text(Key.NGINX_FILE, "router.file", file);
    }

    public String getContainer() {
        return container;
    }

    public String getFile() {
        return file;
    }

    @DataBoundSetter
    public void setFile(String file) {
        this.file = Blank.toNull(file);
    }

    /** Makes it known to Jenkins. */
    @Extension(ordinal = 8)
    @Symbol("nginxRouter")
    public static final class Type extends Descriptor<Router> {
        @Override
        public String getDisplayName() {
            return Texts.of("NginxRouter.name");
        }

        @POST
        public FormValidation doCheckContainer(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.required(item, Key.NGINX_CONTAINER, value);
        }

        @POST
        public FormValidation doCheckFile(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.NGINX_FILE, value);
        }
    }
}
