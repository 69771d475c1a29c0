package io.jenkins.plugins.bluegreen.stack;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.host.Mask;
import io.jenkins.plugins.bluegreen.host.Secret;
import io.jenkins.plugins.bluegreen.stack.compose.ComposeFile;
import io.jenkins.plugins.bluegreen.stack.description.Description;
import io.jenkins.plugins.bluegreen.stack.plan.Observation;
import io.jenkins.plugins.bluegreen.stack.secret.GivenSecrets;
import io.jenkins.plugins.bluegreen.stack.secret.SecretException;
import io.jenkins.plugins.bluegreen.stack.secret.SecretVolume;
import io.jenkins.plugins.bluegreen.stack.service.Credential;
import io.jenkins.plugins.bluegreen.stack.service.Service;
import java.util.List;
import java.util.Optional;

/** The secrets of a stack's services: made or taken once, and never changed behind the back of the data they lock. */
record ServiceSecrets(Docker docker, Description description, GivenSecrets given) {

    /**
     * Makes sure that a service's secret is in its volume.
     *
     * @throws SecretException where it can't be had, or isn't the one that the service's data was set up with
     */
    void ensure(Service service, Observation seen) throws InterruptedException {
        Optional<Credential> credential = service.credential();
        if (credential.isEmpty()) {
            return;
        }
        Optional<Secret> wanted = given.given(description.source(service), what(service, credential.get()));
        SecretVolume volume = volume(service, credential.get());
        if (!seen.volumes().contains(volume.name())) {
            refuseToGuess(service, seen, wanted);
            docker.call(
                    "volume", "create", "--label=" + ComposeFile.STACK + "=" + description.project(), volume.name());
        }
        volume.with(service.image(), container -> {
            Optional<Secret> there = volume.readBy(container);
            if (there.isEmpty()) {
                refuseToGuess(service, seen, wanted);
            } else {
                refuseAnother(service, credential.get(), there.get(), wanted);
            }
            volume.writeBy(container, there.or(() -> wanted).orElseGet(given::generated));
            return container;
        });
    }

    /** Why a running service's secret isn't as described; empty where it is, or where the description leaves it open. */
    Optional<String> trouble(Service service, String container) throws InterruptedException {
        Optional<Credential> credential = service.credential();
        if (credential.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<Secret> wanted = given.given(description.source(service), what(service, credential.get()));
            Optional<Secret> there = wanted.isEmpty()
                    ? Optional.empty()
                    : volume(service, credential.get()).readBy(container);
            if (there.isPresent()) {
                refuseAnother(service, credential.get(), there.get(), wanted);
            }
            return Optional.empty();
        } catch (SecretException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** A mask for what a service may write into its log. */
    Mask mask(Service service, String container) throws InterruptedException {
        Optional<Credential> credential = service.credential();
        return credential.isEmpty()
                ? Mask.of(List.of())
                : Mask.of(volume(service, credential.get()).readBy(container).stream()
                        .toList());
    }

    private SecretVolume volume(Service service, Credential credential) {
        return new SecretVolume(docker, description.secretVolume(service), credential);
    }

    private static String what(Service service, Credential credential) {
        return "the " + credential.name() + " of " + service.name();
    }

    /** A new secret would lock everybody out of data that was set up with another. */
    private void refuseToGuess(Service service, Observation seen, Optional<Secret> wanted) {
        String data = description.volume(service, service.volumes().get(0));
        if (wanted.isEmpty() && seen.volumes().contains(data)) {
            String name = service.credential().orElseThrow().name();
            throw new SecretException("The data of " + service.name() + " is there (volume " + data
                    + "), but its " + name + " isn't. Give the one that it was set up with: 'secrets: {" + name
                    + ": {env: NAME}}'.");
        }
    }

    private void refuseAnother(Service service, Credential credential, Secret there, Optional<Secret> wanted) {
        if (wanted.isPresent() && !wanted.get().equals(there)) {
            throw new SecretException("What comes "
                    + description.source(service).told() + " isn't "
                    + what(service, credential) + " that its data was set up with. Secrets can't be changed here yet:"
                    + " give the old one.");
        }
    }
}
