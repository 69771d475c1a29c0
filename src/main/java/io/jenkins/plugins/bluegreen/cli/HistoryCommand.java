package io.jenkins.plugins.bluegreen.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.bluegreen.cli.text.Table;
import io.jenkins.plugins.bluegreen.deploy.HistoryEntry;
import io.jenkins.plugins.bluegreen.settings.SettingsException;
import io.jenkins.plugins.bluegreen.text.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists an app's deployments. */
@Command(name = "history", header = "Lists the last deployments of an app, the latest first.", description = "")
final class HistoryCommand implements Callable<Integer> {
    private final Workplace at;

    @Mixin
    private Described described;

    @Mixin
    private SharedOptions shared;

    HistoryCommand(Workplace at) {
        this.at = at;
    }

    @Override
    public Integer call() throws InterruptedException {
        String app = described
                .name(at)
                .orElseThrow(
                        () -> new SettingsException("Which app? Give its name, as in 'bluegreen history orders'."));
        List<HistoryEntry> entries = at.engine().history(app);
        at.terminal().out().print(shared.json ? json(entries) + "\n" : table(app, entries));
        at.terminal().out().flush();
        return ExitCode.DONE.number();
    }

    private static String table(String app, List<HistoryEntry> entries) {
        if (entries.isEmpty()) {
            return "Nothing has been deployed as '" + app + "' on this host.\n";
        }
        Table table = new Table("WHEN", "VERSION", "BEFORE", "OUTCOME", "TOOK", "LOST", "BY", "COMMIT");
        for (HistoryEntry entry : entries) {
            table.row(
                    entry.at().replaceFirst("\\.\\d+Z$", "Z"),
                    entry.version(),
                    entry.previous(),
                    outcome(entry),
                    Durations.show(Duration.ofMillis(entry.tookMillis())),
                    entry.requests() == 0 ? "" : entry.lost() + " of " + entry.requests(),
                    entry.by(),
                    entry.commit().length() > 10 ? entry.commit().substring(0, 10) : entry.commit());
        }
        return table.show();
    }

    private static String json(List<HistoryEntry> entries) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (HistoryEntry entry : entries) {
            all.addObject()
                    .put("at", entry.at())
                    .put("version", entry.version())
                    .put("previous", entry.previous())
                    .put("outcome", outcome(entry))
                    .put("by", entry.by())
                    .put("commit", entry.commit())
                    .put("tookMillis", entry.tookMillis())
                    .put("requests", entry.requests())
                    .put("lost", entry.lost());
        }
        return all.toPrettyString();
    }

    private static String outcome(HistoryEntry entry) {
        return entry.outcome().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
