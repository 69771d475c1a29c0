package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.host.Mask;
import io.jenkins.plugins.bluegreen.host.Secret;
import io.jenkins.plugins.bluegreen.traffic.Routing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A version that was live before and whose container was kept: the way back. It comes back as it was. */
final class KeptVersion implements Newcomer {
    private final Docker docker;
    private final Names names;
    private final String network;
    private final Optional<String> wanted;
    private final Progress progress;
    private Container kept;
    private String version;
    private Mask mask = Mask.of(List.of());

    KeptVersion(Docker docker, Names names, String network, Optional<String> wanted, Progress progress) {
        this.docker = docker;
        this.names = names;
        this.network = network;
        this.wanted = wanted;
        this.progress = progress;
        this.version = wanted.orElse("the version before");
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Optional<String> commit() {
        return Optional.ofNullable(kept).flatMap(container -> container.label(Label.COMMIT));
    }

    @Override
    public Mask mask() {
        return mask;
    }

    /** First of all: of an app that isn't there the network may be missing too, which would be the lesser news. */
    @Override
    public void consider(Observation seen, Routing routing) {
        wanted(seen);
    }

    private Container wanted(Observation seen) {
        return seen.kept().stream()
                .filter(container -> wanted.isEmpty() || wanted.get().equals(seen.version(container)))
                .findFirst()
                .orElseThrow(() -> notKept(seen));
    }

    @Override
    public String prepare(Observation seen) throws InterruptedException {
        kept = wanted(seen);
        version = seen.version(kept);
        Map<String, Secret> environment = new TreeMap<>();
        docker.environment(kept).forEach((name, value) -> environment.put(name, Secret.of(value)));
        mask = Mask.of(new OrdinaryValues(names.app(), network, version).secretsAmong(environment));
        progress.tell(new Event.VersionChosen(version));
        return "kept as " + kept.name();
    }

    private DeploymentException notKept(Observation seen) {
        String all = String.join(", ", seen.kept().stream().map(seen::version).toList());
        return new DeploymentException(
                wanted.map(it -> "Version " + it + " of '" + names.app() + "' isn't kept on this host.")
                        .orElse("No earlier version of '" + names.app() + "' is kept on this host."),
                all.isEmpty() ? "kept: none" : "kept: " + all,
                "",
                all.isEmpty() ? "Deploy the image or commit of that version instead." : "Choose one of those kept.");
    }

    @Override
    public Container start(Observation seen, Routing routing) throws InterruptedException {
        docker.rename(kept.id(), names.returning());
        giveColour(seen);
        docker.start(kept.id());
        return docker.container(kept.id()).orElseThrow(this::gone);
    }

    private DeploymentException gone() {
        return new DeploymentException(
                "The kept container of version " + version + " disappeared.",
                "Is another program removing containers on this host?");
    }

    /** A stopped container has no connections to lose, so this is the moment to give it the free colour. */
    private void giveColour(Observation seen) throws InterruptedException {
        String free = seen.freeColour(network);
        Container.Endpoint endpoint = kept.networks().get(network);
        if (endpoint != null && endpoint.aliases().contains(free)) {
            return;
        }
        List<String> aliases = new ArrayList<>(List.of(free));
        if (endpoint != null) {
            endpoint.aliases().stream().filter(this::isItsOwn).forEach(aliases::add);
            docker.disconnect(network, kept.id());
        }
        docker.connect(network, kept.id(), aliases);
    }

    private boolean isItsOwn(String alias) {
        return !alias.equals(names.blue())
                && !alias.equals(names.green())
                && !alias.equals(names.live())
                && !kept.id().startsWith(alias);
    }

    @Override
    public String preSwitch(Container container) {
        return "";
    }
}
