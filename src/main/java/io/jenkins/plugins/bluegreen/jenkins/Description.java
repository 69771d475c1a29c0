package io.jenkins.plugins.bluegreen.jenkins;

import hudson.AbortException;
import io.jenkins.plugins.bluegreen.deploy.Deployment;
import io.jenkins.plugins.bluegreen.deploy.Drain;
import io.jenkins.plugins.bluegreen.deploy.RunOptions;
import io.jenkins.plugins.bluegreen.deploy.Source;
import io.jenkins.plugins.bluegreen.host.Secret;
import io.jenkins.plugins.bluegreen.liveness.HttpCheck;
import io.jenkins.plugins.bluegreen.liveness.Liveness;
import io.jenkins.plugins.bluegreen.liveness.StatusRange;
import io.jenkins.plugins.bluegreen.traffic.DockerDns;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes of a user's fields what the engine takes.
 *
 * @param fields what the user said
 * @param expand replaces build variables in a text
 * @param defaults what counts where the user said nothing
 */
record Description(DeployFields fields, UnaryOperator<String> expand, DefaultValues defaults) {
    private static final StatusRange GOOD = StatusRange.parse("200-399");

    /**
     * The deployment.
     *
     * @param build which build deploys
     * @param workspace the folder from which relative paths count
     * @param environment the container's
     * @throws AbortException with a sentence, where the engine refuses a field
     */
    Deployment deployment(BuildName build, String workspace, Map<String, Secret> environment) throws AbortException {
        try {
            return new Deployment(
                    text(fields.getApp()).orElse(""),
                    text(fields.getVersion()).orElseGet(build::version),
                    source(workspace),
                    text(fields.getNetwork()).orElseGet(defaults::network),
                    fields.getPort(),
                    environment,
                    RunOptions.DEFAULTS,
                    liveness(),
                    Optional.empty(),
                    DockerDns.DEFAULT,
                    new Drain(Duration.ofSeconds(30), Duration.ZERO),
                    Duration.ZERO,
                    defaults.keep(),
                    Duration.ofMinutes(10),
                    Optional.empty(),
                    build.by(),
                    build.commit());
        } catch (IllegalArgumentException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private Source source(String workspace) throws AbortException {
        Optional<String> image = text(fields.getImage());
        if (image.isPresent()) {
            return new Source.Ready(image.get());
        }
        return new Source.Build(
                WorkspacePath.resolve(workspace, text(fields.getContext()).orElse(".")),
                text(fields.getDockerfile()).orElse("Dockerfile"),
                Optional.empty(),
                Map.of());
    }

    private Liveness liveness() {
        return new Liveness(
                new HttpCheck(text(fields.getHealth()).orElse("/"), GOOD, Optional.empty(), Map.of()),
                Duration.ofMillis(100),
                Duration.ofSeconds(2),
                3,
                Duration.ofMinutes(1));
    }

    private Optional<String> text(String field) {
        return Optional.ofNullable(field).map(expand).map(Blank::toNull);
    }
}
