package io.jenkins.plugins.bluegreen.jenkins.fields;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.bluegreen.settings.Key;
import java.io.Serializable;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What must succeed before the new version gets traffic. */
public final class PreSwitch extends AbstractDescribableImpl<PreSwitch> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String command;
    private boolean oneOff;
    private String limit;

    @DataBoundConstructor
    public PreSwitch(String command) {
        this.command = command;
    }

    /** Adds what is set here. */
    public void addTo(FieldLayer fields) {
        fields.text(Key.PRE_SWITCH, "preSwitch.command", command);
        fields.flag(Key.PRE_SWITCH_ONE_OFF, "preSwitch.oneOff", oneOff);
        fields.text(Key.PRE_SWITCH_LIMIT, "preSwitch.limit", limit);
    }

    public String getCommand() {
        return command;
    }

    public boolean isOneOff() {
        return oneOff;
    }

    @DataBoundSetter
    public void setOneOff(boolean oneOff) {
        this.oneOff = oneOff;
    }

    public String getLimit() {
        return limit;
    }

    @DataBoundSetter
    public void setLimit(String limit) {
        this.limit = Blank.toNull(limit);
    }

    /** Makes it known to Jenkins. */
    @Extension
    public static final class Type extends Descriptor<PreSwitch> {
        @Override
        public String getDisplayName() {
            return Texts.of("PreSwitch.name");
        }

        @POST
        public FormValidation doCheckCommand(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.required(item, Key.PRE_SWITCH, value);
        }

        @POST
        public FormValidation doCheckLimit(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.PRE_SWITCH_LIMIT, value);
        }
    }
}
