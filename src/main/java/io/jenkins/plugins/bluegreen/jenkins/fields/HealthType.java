package io.jenkins.plugins.bluegreen.jenkins.fields;

import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.bluegreen.settings.Key;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the forms of all kinds of health check ask. */
public abstract class HealthType extends Descriptor<Health> {
    @POST
    public FormValidation doCheckInterval(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.optional(item, Key.INTERVAL, value);
    }

    @POST
    public FormValidation doCheckTimeout(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.optional(item, Key.TIMEOUT, value);
    }

    @POST
    public FormValidation doCheckDeadline(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.optional(item, Key.DEADLINE, value);
    }

    @POST
    public FormValidation doCheckSuccesses(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.optional(item, Key.SUCCESSES, value);
    }
}
