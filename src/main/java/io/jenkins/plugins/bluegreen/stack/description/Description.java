package io.jenkins.plugins.bluegreen.stack.description;

import io.jenkins.plugins.bluegreen.stack.service.Service;
import io.jenkins.plugins.bluegreen.stack.service.Volume;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A stack as it is to be.
 *
 * @param project its name, and the beginning of the names of its containers and volumes
 * @param network the network on which applications reach its services
 * @param services its services, in the catalogue's order
 * @param sources where the secrets come from that aren't generated, by the service's name
 */
public record Description(String project, String network, List<Service> services, Map<String, SecretSource> sources) {
    /** How the file is called where it isn't named. */
    public static final String FILE = "skycloud.yaml";

    public Description {
        services = List.copyOf(services);
        sources = Map.copyOf(sources);
    }

    /** The same stack with only those of its services. */
    public Description only(Collection<String> names) {
        return new Description(
                project,
                network,
                services.stream()
                        .filter(service -> names.contains(service.name()))
                        .toList(),
                sources);
    }

    /** What the container of a service is called. */
    public String container(Service service) {
        return project + "-" + service.name();
    }

    /** What a volume of a service is called on the Docker host. */
    public String volume(Service service, Volume volume) {
        return container(service) + "-" + volume.name();
    }

    /** What the volume with a service's secret is called on the Docker host. */
    public String secretVolume(Service service) {
        return container(service) + "-secrets";
    }

    /** Where a service's secret comes from. */
    public SecretSource source(Service service) {
        return sources.getOrDefault(service.name(), new SecretSource.Generated());
    }
}
