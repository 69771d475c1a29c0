package io.jenkins.plugins.bluegreen.jenkins;

import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.bluegreen.jenkins.fields.CredentialsChoice;
import io.jenkins.plugins.bluegreen.jenkins.fields.FieldCheck;
import io.jenkins.plugins.bluegreen.settings.Key;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the form of {@link DeployFields} asks of the server, for the pipeline step and for the build step alike. */
public interface DeployForm {
    @POST
    default FormValidation doCheckApp(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.required(item, Key.APP, value);
    }

    @POST
    default FormValidation doCheckHealth(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.optional(item, Key.HEALTH, value);
    }

    @POST
    default FormValidation doCheckVersion(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.optional(item, Key.TAG, value);
    }

    @POST
    default ListBoxModel doFillRegistryCredentialsItems(
            @AncestorInPath Item item, @QueryParameter String registryCredentials) {
        return CredentialsChoice.logins(item, registryCredentials);
    }

    @POST
    default FormValidation doCheckBake(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.optional(item, Key.BAKE, value);
    }

    @POST
    default FormValidation doCheckDrainLimit(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.optional(item, Key.DRAIN_LIMIT, value);
    }

    @POST
    default FormValidation doCheckDrainMinimum(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.optional(item, Key.DRAIN_MINIMUM, value);
    }

    @POST
    default FormValidation doCheckLockWait(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.optional(item, Key.LOCK_WAIT, value);
    }

    @POST
    default ListBoxModel doFillEnvItems(@AncestorInPath Item item, @QueryParameter String env) {
        return CredentialsChoice.environments(item, env);
    }

    @POST
    default FormValidation doCheckPort(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.optional(item, Key.PORT, value);
    }

    @POST
    default FormValidation doCheckKeep(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.optional(item, Key.KEEP, value);
    }
}
