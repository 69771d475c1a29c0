package io.jenkins.plugins.bluegreen.settings;

import io.jenkins.plugins.bluegreen.deploy.RunOptions;
import java.util.Map;

/** Reads how the container is run. */
record RunOptionsReader(Settings settings, Map<String, String> environment) {

    RunOptions read() {
        return new RunOptions(
                settings.list(Key.VOLUMES),
                settings.list(Key.COMMAND),
                settings.text(Key.USER),
                settings.text(Key.MEMORY),
                settings.text(Key.CPUS),
                settings.pairs(Key.LABELS, environment),
                settings.flag(Key.READ_ONLY),
                settings.list(Key.CAP_DROP),
                settings.flag(Key.INIT),
                settings.text(Key.STOP_SIGNAL),
                settings.duration(Key.STOP_GRACE, true),
                settings.list(Key.NETWORKS),
                settings.list(Key.RUN_OPTIONS));
    }
}
