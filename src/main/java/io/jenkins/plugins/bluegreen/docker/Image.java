package io.jenkins.plugins.bluegreen.docker;

import java.util.List;
import java.util.Map;

/**
 * An image as {@code docker image inspect} shows it.
 *
 * @param id its id
 * @param tags its {@code repository:tag} names
 * @param labels its labels
 * @param hasHealthCheck whether it declares a health check
 */
public record Image(String id, List<String> tags, Map<String, String> labels, boolean hasHealthCheck) {
    public Image {
        tags = List.copyOf(tags);
        labels = Map.copyOf(labels);
    }
}
