package io.jenkins.plugins.bluegreen.stack.plan;

import io.jenkins.plugins.bluegreen.stack.description.Description;
import io.jenkins.plugins.bluegreen.stack.service.Memory;
import io.jenkins.plugins.bluegreen.stack.service.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody has changed of a container since Compose made it, by hand: its definition, which a label keeps, doesn't
 * show that.
 *
 * @param description the stack
 * @param service the service as it is to be
 * @param seen its container
 * @param imageId the id that its image's name stands for now; empty where that isn't on the host
 */
record Drift(Description description, Service service, Seen seen, Optional<String> imageId) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        add(lines, "name", seen.name(), description.container(service));
        add(
                lines,
                "memory limit",
                new Memory(seen.memory()).text(),
                service.memory().text());
        add(lines, "process limit", Long.toString(seen.pids()), Integer.toString(service.pids()));
        add(lines, "restart policy", seen.restart(), "unless-stopped");
        networks(lines);
        imageId.ifPresent(id -> add(lines, "image " + service.image(), brief(seen.imageId()), brief(id)));
        return lines;
    }

    private void networks(List<String> lines) {
        List<String> aliases = seen.networks().get(description.network());
        if (aliases == null) {
            lines.add("it isn't on the network " + description.network());
        } else if (!aliases.contains(service.name())) {
            lines.add("it isn't called " + service.name() + " on the network " + description.network());
        }
        seen.networks().keySet().stream()
                .filter(name -> !name.equals(description.network()))
                .forEach(name -> lines.add("it is on the network " + name + " too"));
    }

    private static void add(List<String> lines, String what, String is, String shall) {
        if (!is.equals(shall)) {
            lines.add(what + ": " + is + " → " + shall);
        }
    }

    private static String brief(String id) {
        String digits = id.replaceFirst("^sha256:", "");
        return digits.substring(0, Math.min(12, digits.length()));
    }
}
