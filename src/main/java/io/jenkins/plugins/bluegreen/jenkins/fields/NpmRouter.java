package io.jenkins.plugins.bluegreen.jenkins.fields;

import hudson.Extension;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.bluegreen.settings.Key;
import io.jenkins.plugins.bluegreen.settings.SettingsException;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** NGINX Proxy Manager, over its API. */
public final class NpmRouter extends Router {
    private static final long serialVersionUID = 1L;

    private final String domain;
    private String url;
    private String credentials;
    private String container;

    @DataBoundConstructor
    public NpmRouter(String domain) {
        this.domain = domain;
    }

    @Override
    public void addTo(FieldLayer fields) {
        fields.text(Key.ROUTER, "router", "npm");
        fields.text(Key.NPM_DOMAIN, "router.domain", domain);
        fields.text(
                Key.NPM_URL,
                "router.url",
                given("url", url, fields.proxyManager().url()));
        fields.login(given("credentials", credentials, fields.proxyManager().credentials()));
        fields.text(Key.NPM_CONTAINER, "router.container", container);
    }

    private static String given(String field, String here, String forThisJenkins) {
        String value = here == null ? forThisJenkins : here;
        if (value == null) {
            throw new SettingsException("The field 'router." + field + "' is empty, and nothing is set for this Jenkins"
                    + " either: an npmRouter needs it.");
        }
        return value;
    }

    public String getDomain() {
        return domain;
    }

    public String getUrl() {
        return url;
    }

    @DataBoundSetter
    public void setUrl(String url) {
        this.url = Blank.toNull(url);
    }

    public String getCredentials() {
        return credentials;
    }

    @DataBoundSetter
    public void setCredentials(String credentials) {
        this.credentials = Blank.toNull(credentials);
    }

    public String getContainer() {
        return container;
    }

    @DataBoundSetter
    public void setContainer(String container) {
        this.container = Blank.toNull(container);
    }

    /** Makes it known to Jenkins. */
    @Extension(ordinal = 7)
    @Symbol("npmRouter")
    public static final class Type extends Descriptor<Router> {
        @Override
        public String getDisplayName() {
            return Texts.of("NpmRouter.name");
        }

        @POST
        public FormValidation doCheckDomain(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.required(item, Key.NPM_DOMAIN, value);
        }

        @POST
        public FormValidation doCheckUrl(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.NPM_URL, value);
        }

        @POST
        public ListBoxModel doFillCredentialsItems(@AncestorInPath Item item, @QueryParameter String credentials) {
            return CredentialsChoice.logins(item, credentials);
        }

        @POST
        public FormValidation doCheckContainer(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.NPM_CONTAINER, value);
        }
    }
}
