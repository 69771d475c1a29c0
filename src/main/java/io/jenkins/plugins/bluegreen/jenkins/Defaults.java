package io.jenkins.plugins.bluegreen.jenkins;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.bluegreen.jenkins.fields.Blank;
import io.jenkins.plugins.bluegreen.jenkins.fields.CredentialsChoice;
import io.jenkins.plugins.bluegreen.jenkins.fields.FieldCheck;
import io.jenkins.plugins.bluegreen.jenkins.fields.ProxyManagerAccess;
import io.jenkins.plugins.bluegreen.jenkins.fields.Refusal;
import io.jenkins.plugins.bluegreen.jenkins.fields.Router;
import io.jenkins.plugins.bluegreen.jenkins.fields.UsualRouter;
import io.jenkins.plugins.bluegreen.settings.Key;
import jenkins.model.GlobalConfiguration;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * What counts where a job doesn't say: set by an administrator, for the whole Jenkins. Holds ids of credentials, no secrets.
 *
 * <p>The setters refuse with an {@link IllegalArgumentException} what a form would warn of, for Configuration as Code; what
 * was stored before doesn't go through them, so that a Jenkins starts in any case.
 */
@Extension
@Symbol("blueGreenDeploy")
public final class Defaults extends GlobalConfiguration {
    static final int PORT = 80;
    static final String NETWORK = "skycloud";
    static final int KEEP = 3;

    private String network = NETWORK;
    private int keep = KEEP;
    private Router router;
    private String proxyManagerUrl;
    private String proxyManagerCredentials;

    public Defaults() {
        RollbackPermission.announce();
        load();
    }

    /** Those of this Jenkins. */
    static DefaultValues get() {
        Defaults defaults = ExtensionList.lookupSingleton(Defaults.class);
        return new DefaultValues(
                defaults.network,
                defaults.keep,
                defaults.router,
                new ProxyManagerAccess(defaults.proxyManagerUrl, defaults.proxyManagerCredentials));
    }

    @Override
    public String getDisplayName() {
        return "Blue-Green Deploy";
    }

    /** The network of apps that name none. */
    public String getNetwork() {
        return network;
    }

    @DataBoundSetter
    public void setNetwork(String network) {
        Refusal.check(Key.NETWORK, network);
        String given = Blank.toNull(network);
        this.network = given == null ? NETWORK : given;
        save();
    }

    /** How many earlier versions are kept for rollback. */
    public Integer getKeep() {
        return keep;
    }

    @DataBoundSetter
    public void setKeep(Integer keep) {
        Refusal.check(Key.KEEP, keep == null ? null : keep.toString());
        this.keep = keep == null ? KEEP : keep; // an emptied field
        save();
    }

    /** The router of apps that name none; {@code null} means Docker's DNS. */
    public Router getRouter() {
        return router;
    }

    @DataBoundSetter
    public void setRouter(Router router) {
        this.router = router instanceof UsualRouter ? null : router;
        save();
    }

    /** Where NGINX Proxy Manager's API answers. */
    public String getProxyManagerUrl() {
        return proxyManagerUrl;
    }

    @DataBoundSetter
    public void setProxyManagerUrl(String proxyManagerUrl) {
        Refusal.check(Key.NPM_URL, proxyManagerUrl);
        this.proxyManagerUrl = Blank.toNull(proxyManagerUrl);
        save();
    }

    /** The id of the credentials to log in to it with. */
    public String getProxyManagerCredentials() {
        return proxyManagerCredentials;
    }

    @DataBoundSetter
    public void setProxyManagerCredentials(String proxyManagerCredentials) {
        this.proxyManagerCredentials = Blank.toNull(proxyManagerCredentials);
        save();
    }

    @POST
    public FormValidation doCheckNetwork(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.optional(item, Key.NETWORK, value);
    }

    @POST
    public FormValidation doCheckKeep(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.optional(item, Key.KEEP, value);
    }

    @POST
    public FormValidation doCheckProxyManagerUrl(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.optional(item, Key.NPM_URL, value);
    }

    @POST
    public ListBoxModel doFillProxyManagerCredentialsItems(
            @AncestorInPath Item item, @QueryParameter String proxyManagerCredentials) {
        return CredentialsChoice.logins(item, proxyManagerCredentials);
    }
}
