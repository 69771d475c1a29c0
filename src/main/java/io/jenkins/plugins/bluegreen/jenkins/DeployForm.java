package io.jenkins.plugins.bluegreen.jenkins;

import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.bluegreen.jenkins.fields.CredentialsChoice;
import io.jenkins.plugins.bluegreen.jenkins.fields.FieldCheck;
import io.jenkins.plugins.bluegreen.settings.Key;
import io.jenkins.plugins.bluegreen.settings.SettingCheck;
import java.util.List;
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

    @POST
    default FormValidation doCheckImage(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.optional(item, Key.IMAGE, value);
    }

    @POST
    default FormValidation doCheckTarget(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.optional(item, Key.TARGET, value);
    }

    @POST
    default FormValidation doCheckBuildArgs(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.optional(item, Key.BUILD_ARGS, value);
    }

    @POST
    default FormValidation doCheckEnvironment(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.optional(item, Key.ENVIRONMENT, value);
    }

    @POST
    default FormValidation doCheckNetwork(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.optional(item, Key.NETWORK, value);
    }

    @POST
    default FormValidation doCheckContext(@AncestorInPath Item item, @QueryParameter String value) {
        return path(item, Key.BUILD, value);
    }

    @POST
    default FormValidation doCheckDockerfile(@AncestorInPath Item item, @QueryParameter String value) {
        return path(item, Key.DOCKERFILE, value);
    }

    private static FormValidation path(Item item, Key key, String value) {
        FieldCheck.Rule rule = () -> SettingCheck.check(key, "This", List.of(WorkspacePath.resolve("", value.strip())));
        return FieldCheck.optional(item, key.name(), rule, value);
    }

    @POST
    default FormValidation doCheckRegistry(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.optional(item, "REGISTRY", () -> RegistryLogin.checkAddress(value.strip()), value);
    }
}
