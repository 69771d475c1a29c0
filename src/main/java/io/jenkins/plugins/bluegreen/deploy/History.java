package io.jenkins.plugins.bluegreen.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.bluegreen.docker.Docker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The last deployments of an app, on the Docker host: in a label of an empty volume, since labels can't be changed but a
 * volume is made and removed in no time. It's there to be read; all that is decided by it is
 * whether an older build comes too late ({@link Consent}).
 */
final class History {
    private static final int ENTRIES = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Docker docker;
    private final Names names;

    History(Docker docker, Names names) {
        this.docker = docker;
        this.names = names;
    }

    /** The latest first. */
    List<HistoryEntry> entries() throws InterruptedException {
        List<String> volumes = volumes();
        if (volumes.isEmpty()) {
            return List.of();
        }
        String format = "{{index .Labels \"" + Label.ENTRIES + "\"}}";
        String json = docker.call("volume", "inspect", "--format", format, volumes.get(volumes.size() - 1));
        try {
            return JSON.readValue(json, new TypeReference<List<HistoryEntry>>() {});
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    /** Writes the new volume before the old one goes, so that a kill in between loses nothing. */
    void add(HistoryEntry entry) throws InterruptedException {
        List<HistoryEntry> all = new ArrayList<>(List.of(entry));
        all.addAll(entries());
        List<String> before = volumes();
        int number = before.isEmpty() ? 1 : number(before.get(before.size() - 1)) + 1;
        docker.call(
                "volume",
                "create",
                "--label=" + Label.HISTORY + "=" + names.app(),
                "--label=" + Label.ENTRIES + "=" + text(all.subList(0, Math.min(ENTRIES, all.size()))),
                names.app() + "-history-" + number);
        for (String volume : before) {
            docker.call("volume", "rm", volume);
        }
    }

    private static String text(List<HistoryEntry> entries) {
        try {
            return JSON.writeValueAsString(entries);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> volumes() throws InterruptedException {
        return docker.call("volume", "ls", "--quiet", "--filter", "label=" + Label.HISTORY + "=" + names.app())
                .lines()
                .filter(name -> name.matches(".*-history-\\d{1,9}"))
                .sorted(Comparator.comparingInt(History::number))
                .toList();
    }

    private static int number(String volume) {
        return Integer.parseInt(volume.substring(volume.lastIndexOf('-') + 1));
    }
}
