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

/** What the downtime meter calls. */
public final class Metering extends AbstractDescribableImpl<Metering> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String url;
    private Integer rate;
    private String versionHeader;

    @DataBoundConstructor
    public Metering(String url) {
        this.url = url;
    }

    /** Adds what is set here. */
    public void addTo(FieldLayer fields) {
        fields.text(Key.METER_URL, "metering.url", url);
        fields.number(Key.METER_RATE, "metering.rate", rate);
        fields.text(Key.METER_HEADER, "metering.versionHeader", versionHeader);
    }

    public String getUrl() {
        return url;
    }

    public Integer getRate() {
        return rate;
    }

    @DataBoundSetter
    public void setRate(Integer rate) {
        this.rate = rate;
    }

    public String getVersionHeader() {
        return versionHeader;
    }

    @DataBoundSetter
    public void setVersionHeader(String versionHeader) {
        this.versionHeader = Blank.toNull(versionHeader);
    }

    /** Makes it known to Jenkins. */
    @Extension
    public static final class Type extends Descriptor<Metering> {
        @Override
        public String getDisplayName() {
            return Texts.of("Metering.name");
        }

        @POST
        public FormValidation doCheckUrl(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.required(item, Key.METER_URL, value);
        }

        @POST
        public FormValidation doCheckRate(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.METER_RATE, value);
        }

        @POST
        public FormValidation doCheckVersionHeader(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.METER_HEADER, value);
        }
    }
}
