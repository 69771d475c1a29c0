package io.jenkins.plugins.bluegreen.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.bluegreen.deploy.AppStatus;
import io.jenkins.plugins.bluegreen.deploy.AppStatus.Instance;
import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.text.Durations;
import io.jenkins.plugins.bluegreen.text.Quoted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One app's status, for people and for machines. {@code router} is where its router sends the traffic, or empty. */
record AppView(AppStatus status, String router) {
    private static final int LONGEST = 300;

    String text(Instant now) {
        StringBuilder text = new StringBuilder(status.app()).append('\n');
        line(text, "live", status.live().map(live -> live(live, now)).orElse("nothing"));
        status.live().ifPresent(live -> {
            line(text, "image", image(live) + " " + shortId(live.container()));
            line(text, "colour", colour(live).orElse(""));
            line(text, "deployed", deployed(live));
        });
        line(text, "router", router);
        line(text, "kept", status.kept().stream().map(Instance::version).collect(Collectors.joining(", ")));
        line(text, "deploying", status.lockedBy().orElse(""));
        if (status.lockedBy().isEmpty() && !status.unfinished().isEmpty()) {
            line(text, "unfinished", unfinished());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append(String.format("  %-11s%s%n", name, Quoted.plain(value, LONGEST)));
        }
    }

    private static String live(Instance live, Instant now) {
        Container container = live.container();
        String since = container
                .startedAt()
                .map(start -> " for " + Durations.show(Duration.between(start, now)))
                .orElse("");
        return live.version() + ", " + container.status() + (container.running() ? since : "")
                + container.health().map(health -> ", " + health).orElse("")
                + (container.restartCount() > 0 ? ", restarted " + container.restartCount() + " times" : "")
                + (live.ours() ? "" : ", not deployed by us: the next deployment takes it over");
    }

    private static String deployed(Instance live) {
        return live.by().map(by -> "by " + by).orElse("")
                + live.commit().map(commit -> ", commit " + commit).orElse("");
    }

    private String unfinished() {
        return status.unfinished().stream().map(one -> one.container().name()).collect(Collectors.joining(", "))
                + ": a deployment was interrupted. The next one puts it right, or 'bluegreen unlock " + status.app()
                + "'.";
    }

    private Optional<String> colour(Instance live) {
        List<String> colours = List.of("blue", "green");
        return live.container().networks().values().stream()
                .flatMap(endpoint -> endpoint.aliases().stream())
                .filter(alias -> alias.startsWith(status.app() + "-"))
                .map(alias -> alias.substring(status.app().length() + 1))
                .filter(colours::contains)
                .findFirst();
    }

    /** Ours were created from {@code :temp}, which has moved on since. */
    private String image(Instance one) {
        return one.ours() ? status.app() + ":" + one.version() : one.container().image();
    }

    private static String shortId(Container container) {
        String id = container.imageId().replaceFirst("^sha256:", "");
        return "(" + id.substring(0, Math.min(12, id.length())) + ")";
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("app", status.app());
        node.set("live", status.live().map(this::json).orElse(null));
        node.put("router", router.isEmpty() ? null : router);
        ArrayNode kept = node.putArray("kept");
        status.kept().forEach(one -> kept.add(json(one)));
        ArrayNode unfinished = node.putArray("unfinished");
        status.unfinished().forEach(one -> unfinished.add(json(one)));
        return node.put("lockedBy", status.lockedBy().orElse(null));
    }

    private ObjectNode json(Instance one) {
        Container container = one.container();
        return JsonNodeFactory.instance
                .objectNode()
                .put("version", one.version())
                .put("container", container.name())
                .put("containerId", container.id())
                .put("image", image(one))
                .put("imageId", container.imageId())
                .put("colour", colour(one).orElse(null))
                .put("status", container.status())
                .put("health", container.health().orElse(null))
                .put("startedAt", container.startedAt().map(Instant::toString).orElse(null))
                .put("restarts", container.restartCount())
                .put("by", one.by().orElse(null))
                .put("commit", one.commit().orElse(null))
                .put("ours", one.ours());
    }
}
