package io.jenkins.plugins.bluegreen.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.bluegreen.docker.DockerException;
import io.jenkins.plugins.bluegreen.host.HostException;
import io.jenkins.plugins.bluegreen.settings.Settings;
import io.jenkins.plugins.bluegreen.settings.SettingsReader;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks the host. */
@Command(
        name = "doctor",
        header = "Checks everything that a deployment needs, and says how to mend what is wrong.",
        description = {"", "Changes nothing. With an app it looks at the app's router, too.", ""})
final class DoctorCommand implements Callable<Integer> {
    private final Workplace at;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Described described;

    @Mixin
    private SharedOptions shared;

    DoctorCommand(Workplace at) {
        this.at = at;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings options = SettingsOptions.read(
                spec.commandLine().getParseResult(), at.around().folder());
        SettingsReader wanted = wanted(options);
        List<Finding> findings = new Doctor(at, wanted, described.name(at)).examine();
        boolean bad = findings.stream().anyMatch(finding -> finding.state() == Finding.State.BAD);
        if (shared.json) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            findings.forEach(finding -> all.add(finding.json()));
            at.terminal().out().println(all.toPrettyString());
        } else {
            findings.forEach(finding -> at.terminal().out().print(finding.text()));
        }
        at.terminal().out().flush();
        return (bad ? ExitCode.NO_DOCKER : ExitCode.DONE).number();
    }

    /** The live version's settings can't be had while Docker is ill, which is for the examination to find. */
    private SettingsReader wanted(Settings options) throws InterruptedException {
        try {
            return described.onceMore(at, options);
        } catch (DockerException | HostException e) {
            return new SettingsReader(described.settings(at, options), at.around());
        }
    }
}
