package io.jenkins.plugins.bluegreen.jenkins;

import io.jenkins.plugins.bluegreen.jenkins.fields.FieldLayer;
import io.jenkins.plugins.bluegreen.settings.Key;
import io.jenkins.plugins.bluegreen.settings.OptionLayer;
import io.jenkins.plugins.bluegreen.settings.Remembered;
import io.jenkins.plugins.bluegreen.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Makes settings of what a user said about a way back, over what the live container remembers of its deployment.
 *
 * @param fields what the user said
 * @param layer takes the user's fields
 * @param defaults what counts where neither says anything
 */
record RollbackDescription(RollbackFields fields, FieldLayer layer, DefaultValues defaults) {

    /** The user's fields, and the router's log-in among them. */
    FieldLayer collect() {
        layer.text(Key.APP, "app", fields.getApp() == null ? "" : fields.getApp());
        layer.login(
                fields.getRouterCredentials() == null
                        ? defaults.proxyManager().credentials()
                        : fields.getRouterCredentials());
        return layer;
    }

    /** All settings of the way back. */
    Settings settings(Remembered remembered, BuildName build, Optional<Login> login) {
        Settings said = layer.settings();
        OptionLayer found = new OptionLayer(Path.of("/")).with(Key.BY, "This build", List.of(build.by()));
        if (login.isPresent() && remembered.asksProxyManager()) {
            found.with(
                    Key.NPM_IDENTITY,
                    "The router's credentials",
                    List.of(login.get().user()));
        }
        return said.over(found.settings()).over(remembered.last()).over(defaults.settings());
    }
}
