package io.jenkins.plugins.bluegreen.cli;

import io.jenkins.plugins.bluegreen.deploy.Rollback;
import io.jenkins.plugins.bluegreen.settings.Settings;
import io.jenkins.plugins.bluegreen.settings.SettingsReader;
import io.jenkins.plugins.bluegreen.settings.VersionText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Rolls back. */
@Command(
        name = "rollback",
        header = "Brings a kept version live again, probed and hitless like a deployment.",
        description = {
            "",
            "Without --to it is the version before the live one. Settings that neither the command line nor bluegreen.yaml"
                    + " gives are those with which the live version was deployed, so 'bluegreen rollback APP' works from"
                    + " any folder. What could be secret isn't remembered: headers, a query, a user in an address.",
            ""
        },
        footer = {"", "Examples:", "  bluegreen rollback orders", "  bluegreen rollback orders --to 1.4.1"})
final class RollbackCommand implements Callable<Integer> {
    private final Workplace at;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Described described;

    @Mixin
    private SharedOptions shared;

    @Option(
            names = "--to",
            paramLabel = "VERSION",
            description = "The kept version to go back to; 'bluegreen status' lists them.")
    private String to;

    @Mixin
    private ReportOption report;

    RollbackCommand(Workplace at) {
        this.at = at;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path folder = at.around().folder();
        Settings options = SettingsOptions.read(spec.commandLine().getParseResult(), folder);
        SettingsReader settings = described.onceMore(at, options);
        Optional<String> version = Optional.ofNullable(to).map(name -> new VersionText(name).checked());
        Rollback rollback = settings.rollback(version);
        return new Run(at, shared.json, report.files(folder)).of(engine -> engine.rollback(rollback));
    }
}
