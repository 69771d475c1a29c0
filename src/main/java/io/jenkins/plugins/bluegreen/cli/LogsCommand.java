package io.jenkins.plugins.bluegreen.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.bluegreen.deploy.AppStatus;
import io.jenkins.plugins.bluegreen.deploy.AppStatus.Instance;
import io.jenkins.plugins.bluegreen.deploy.OrdinaryValues;
import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.host.Foreground;
import io.jenkins.plugins.bluegreen.host.Mask;
import io.jenkins.plugins.bluegreen.host.Secret;
import io.jenkins.plugins.bluegreen.settings.SettingsException;
import io.jenkins.plugins.bluegreen.text.Quoted;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows a container's log. */
@Command(
        name = "logs",
        header = "Shows the log of an app's live version, or of another one.",
        description = {
            "",
            "The values of the container's environment are masked, but for ordinary ones (a port, a log level), and line"
                    + " by line; 'docker logs' shows them.",
            ""
        })
final class LogsCommand implements Callable<Integer> {
    private static final int MANY = 1_000_000;

    private final Workplace at;

    @Mixin
    private Described described;

    @Option(names = "--tail", paramLabel = "N", description = "How many lines, from the end. Default: 100")
    private String tail = "100";

    @Option(names = "--follow", description = "Go on until Ctrl-C. Without --json only.")
    private boolean follow;

    @Option(names = "--candidate", description = "Of the new version of a deployment under way, or left by one.")
    private boolean candidate;

    @Option(names = "--kept", paramLabel = "VERSION", description = "Of a version kept for rollback.")
    private String kept;

    @Mixin
    private SharedOptions shared;

    LogsCommand(Workplace at) {
        this.at = at;
    }

    @Override
    public Integer call() throws InterruptedException {
        int lines = lines();
        if (follow && shared.json) {
            throw new SettingsException("--follow and --json don't go together: JSON needs an end.");
        }
        if (candidate && kept != null) {
            throw new SettingsException("Give --candidate or --kept, not both.");
        }
        String app = described
                .name(at)
                .orElseThrow(() -> new SettingsException("Which app? Give its name, as in 'bluegreen logs orders'."));
        Instance wanted = choose(at.engine().status(app));
        return shared.json ? json(app, wanted, lines) : stream(app, wanted, lines);
    }

    private int lines() {
        if (!tail.matches("\\d{1,7}") || Integer.parseInt(tail) > MANY) {
            throw new SettingsException(
                    "--tail: " + Quoted.of(tail) + " is not a number of lines from 0 to " + MANY + ".");
        }
        return Integer.parseInt(tail);
    }

    private Instance choose(AppStatus status) {
        if (kept != null) {
            return status.kept().stream()
                    .filter(one -> one.version().equals(kept))
                    .findFirst()
                    .orElseThrow(() -> new SettingsException("Version " + Quoted.of(kept) + " of '" + status.app()
                            + "' isn't kept. Kept: " + versions(status)));
        }
        Optional<Instance> found = candidate
                ? status.unfinished().stream()
                        .filter(one -> !one.container().name().endsWith("-draining"))
                        .findFirst()
                : status.live();
        return found.orElseThrow(() -> new SettingsException(
                candidate
                        ? "There is no candidate of '" + status.app() + "': nothing is being deployed."
                        : "Nothing is live as '" + status.app() + "' on this host."));
    }

    private static String versions(AppStatus status) {
        String all = status.kept().stream().map(Instance::version).collect(Collectors.joining(", "));
        return all.isEmpty() ? "none." : all + ".";
    }

    private int json(String app, Instance wanted, int lines) throws InterruptedException {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("container", wanted.container().name())
                .put("version", wanted.version());
        ArrayNode log = node.putArray("lines");
        mask(app, wanted)
                .apply(at.docker().logs(wanted.container().id(), lines))
                .lines()
                .forEach(log::add);
        at.terminal().out().println(node.toPrettyString());
        return ExitCode.DONE.number();
    }

    /** By the same rule as the log in a failed deployment's report. */
    private Mask mask(String app, Instance wanted) throws InterruptedException {
        Container container = wanted.container();
        Map<String, Secret> environment = new TreeMap<>();
        at.docker().environment(container).forEach((name, value) -> environment.put(name, Secret.of(value)));
        String network =
                container.networks().keySet().stream().sorted().findFirst().orElse("");
        return Mask.of(new OrdinaryValues(app, network, wanted.version()).secretsAmong(environment));
    }

    private static void tell(PrintWriter to, String line) {
        to.println(line);
        to.flush();
    }

    /** Passed on as it comes, which the host's commands, made to be read whole, can't. */
    private int stream(String app, Instance wanted, int lines) throws InterruptedException {
        List<String> argv = new ArrayList<>(List.of("docker", "logs", "--tail", Integer.toString(lines)));
        if (follow) {
            argv.add("--follow");
        }
        argv.add(wanted.container().id());
        Mask mask = mask(app, wanted);
        int ended = new Foreground(io.jenkins.plugins.bluegreen.host.Command.of(argv))
                .run(
                        line -> tell(at.terminal().out(), mask.apply(line)),
                        line -> tell(at.terminal().err(), mask.apply(line)));
        return ended == 0 ? ExitCode.DONE.number() : ExitCode.NO_DOCKER.number();
    }
}
