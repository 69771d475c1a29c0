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

/** A proxy that looks the app's name up again and again. */
public final class DnsRouter extends Router {
    private static final long serialVersionUID = 1L;

    private String cache;

    @DataBoundConstructor
    public DnsRouter() {}

    @Override
    public void addTo(FieldLayer fields) {
        fields.text(Key.ROUTER, "router", "dns");
        fields.text(Key.DNS_CACHE, "router.cache", cache);
    }

    public String getCache() {
        return cache;
    }

    @DataBoundSetter
    public void setCache(String cache) {
        this.cache = Blank.toNull(cache);
    }

    /** Makes it known to Jenkins. */
    @Extension(ordinal = 9)
    @Symbol("dnsRouter")
    public static final class Type extends Descriptor<Router> {
        @Override
        public String getDisplayName() {
            return Texts.of("DnsRouter.name");
        }

        @POST
        public FormValidation doCheckCache(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.DNS_CACHE, value);
        }
    }
}
