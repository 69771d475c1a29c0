package io.jenkins.plugins.bluegreen.jenkins;

import hudson.AbortException;
import io.jenkins.plugins.bluegreen.jenkins.fields.FieldLayer;
import io.jenkins.plugins.bluegreen.jenkins.fields.Router;
import io.jenkins.plugins.bluegreen.settings.Key;
import io.jenkins.plugins.bluegreen.settings.OptionLayer;
import io.jenkins.plugins.bluegreen.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes settings of a user's fields, of what a build knows by itself, and of what was set for the whole Jenkins.
 *
 * @param fields what the user said
 * @param layer takes the user's fields
 * @param workspace from where relative paths count
 * @param defaults what counts where the user said nothing
 */
record Description(DeployFields fields, FieldLayer layer, String workspace, DefaultValues defaults) {

    /** The user's fields, and the router's log-in among them where it needs one. */
    Description collect() throws AbortException {
        layer.text(Key.APP, "app", fields.getApp() == null ? "" : fields.getApp());
        source();
        container();
        ready();
        layer.text(Key.BAKE, "bake", fields.getBake());
        layer.text(Key.DRAIN_LIMIT, "drainLimit", fields.getDrainLimit());
        layer.text(Key.DRAIN_MINIMUM, "drainMinimum", fields.getDrainMinimum());
        layer.number(Key.KEEP, "keep", fields.getKeep());
        layer.text(Key.LOCK_WAIT, "lockWait", fields.getLockWait());
        layer.flag(Key.ACCEPT_GAP, "acceptGap", fields.isAcceptGap());
        if (fields.getMetering() != null) {
            fields.getMetering().addTo(layer);
        }
        Router router = fields.getRouter() == null ? defaults.router() : fields.getRouter();
        if (router != null) {
            router.addTo(layer);
        }
        return this;
    }

    private void source() throws AbortException {
        layer.text(Key.TAG, "version", fields.getVersion());
        layer.text(Key.IMAGE, "image", fields.getImage());
        if (fields.getRegistry() != null) {
            RegistryLogin.checkAddress(layer.expanded(fields.getRegistry()));
        }
        String context = fields.getContext() == null && fields.getImage() == null ? "." : fields.getContext();
        if (context != null) {
            layer.text(Key.BUILD, "context", WorkspacePath.resolve(workspace, layer.expanded(context)));
        }
        if (fields.getDockerfile() != null) {
            WorkspacePath.resolve(workspace, layer.expanded(fields.getDockerfile()));
            layer.text(Key.DOCKERFILE, "dockerfile", fields.getDockerfile());
        }
        layer.text(Key.TARGET, "target", fields.getTarget());
        layer.lines(Key.BUILD_ARGS, "buildArgs", fields.getBuildArgs());
    }

    /** What is built, as the workspace's machine knows it: the context, and the Dockerfile where one is named. */
    List<String> paths() throws AbortException {
        if (fields.getContext() == null && fields.getImage() != null) {
            return List.of();
        }
        String context = WorkspacePath.resolve(
                workspace, layer.expanded(fields.getContext() == null ? "." : fields.getContext()));
        return fields.getDockerfile() == null
                ? List.of(context)
                : List.of(context, context + "/" + layer.expanded(fields.getDockerfile()));
    }

    private void container() {
        layer.text(Key.NETWORK, "network", fields.getNetwork());
        layer.number(Key.PORT, "port", fields.getPort());
        layer.lines(Key.ENVIRONMENT, "environment", fields.getEnvironment());
        if (fields.getContainer() != null) {
            fields.getContainer().addTo(layer);
        }
    }

    private void ready() {
        layer.text(Key.HEALTH, "health", fields.getHealth());
        if (fields.getCheck() != null) {
            fields.getCheck().addTo(layer);
        }
        if (fields.getPreSwitch() != null) {
            fields.getPreSwitch().addTo(layer);
        }
    }

    /** All settings of the deploy. */
    Settings settings(BuildName build, Map<String, String> environment, Optional<Login> login) {
        OptionLayer found = new OptionLayer(Path.of(workspace))
                .with(Key.BY, "This build", List.of(build.by()))
                .with(Key.ENVIRONMENT, "The .env file in the credentials", pairs(environment));
        if (fields.getVersion() == null) {
            found.with(Key.TAG, "This build's number", List.of(build.version()));
        }
        build.commit().ifPresent(id -> found.with(Key.COMMIT, "This build's commit", List.of(id)));
        login.ifPresent(it -> found.with(Key.NPM_IDENTITY, "The router's credentials", List.of(it.user())));
        return layer.settings().over(found.settings()).over(defaults.settings());
    }

    private static List<String> pairs(Map<String, String> environment) {
        return environment.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList();
    }
}
