package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.host.Secret;
import java.util.Map;

/** Which descriptions are refused, each with a sentence. Stub: the rules follow. */
final class DeploymentRules {
    void check(
            String app,
            String version,
            String network,
            int port,
            Map<String, Secret> environment,
            RunOptions run,
            Source source,
            int keep) {}
}
