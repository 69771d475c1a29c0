package io.jenkins.plugins.bluegreen.jenkins;

import hudson.Extension;
import hudson.ExtensionList;
import jenkins.model.GlobalConfiguration;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;

/** What counts where a job doesn't say: set by an administrator, for the whole Jenkins. */
@Extension
@Symbol("blueGreenDeploy")
public final class Defaults extends GlobalConfiguration {
    static final int PORT = 80;
    static final String NETWORK = "skycloud";
    static final int KEEP = 3;

    private String network = NETWORK;
    private int keep = KEEP;

    public Defaults() {
        load();
    }

    /** Those of this Jenkins. */
    static DefaultValues get() {
        Defaults defaults = ExtensionList.lookupSingleton(Defaults.class);
        return new DefaultValues(defaults.network, defaults.keep);
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
        String given = Blank.toNull(network);
        this.network = given == null ? NETWORK : given;
        save();
    }

    /** How many earlier versions are kept for rollback. */
    public int getKeep() {
        return keep;
    }

    @DataBoundSetter
    public void setKeep(int keep) {
        this.keep = keep;
        save();
    }
}
