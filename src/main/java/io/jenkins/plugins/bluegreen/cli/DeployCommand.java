package io.jenkins.plugins.bluegreen.cli;

import io.jenkins.plugins.bluegreen.deploy.Deployment;
import io.jenkins.plugins.bluegreen.docker.DockerException;
import io.jenkins.plugins.bluegreen.host.HostException;
import io.jenkins.plugins.bluegreen.settings.EnvironmentReader;
import io.jenkins.plugins.bluegreen.settings.Remembered;
import io.jenkins.plugins.bluegreen.settings.Settings;
import io.jenkins.plugins.bluegreen.settings.SettingsReader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Deploys. */
@Command(
        name = "deploy",
        header = "Brings a new version live without losing a request.",
        description = {
            "",
            "Builds the image (or takes a ready one), starts it beside the version that is live, waits until it is ready,"
                    + " sends it the traffic, lets the old version finish its requests, and stops it. Whatever fails"
                    + " before that is undone: the old version serves on.",
            "",
            "Every option can stand in bluegreen.yaml instead, but for --file, --environment, --report, --json, --debug and"
                    + " --help; an option here counts over the file, and of those that"
                    + " name something (--env, --label, --build-arg) only the same name is replaced. Times are written as"
                    + " in Compose: 500ms, 12s, 1m30s.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  bluegreen deploy orders --port 3000 --health /health --env-file .env",
            "  bluegreen deploy orders --image shop/orders:1.4.2 --router nginx \\",
            "      --nginx-container edge --bake 1m",
            "  DB_PASSWORD=... bluegreen deploy --environment staging --env DB_PASSWORD"
        })
final class DeployCommand implements Callable<Integer> {
    private final Workplace at;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Described described;

    @Mixin
    private SharedOptions shared;

    @Mixin
    private ReportOption report;

    DeployCommand(Workplace at) {
        this.at = at;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path folder = at.around().folder();
        Settings options = SettingsOptions.read(spec.commandLine().getParseResult(), folder);
        Settings settings = described.settings(at, options);
        Deployment deployment = new SettingsReader(
                        remembered -> remembered.routing(settings), remembered(settings), at.around())
                .deployment();
        new EnvironmentReader(settings, at.around().environment())
                .warnings()
                .forEach(warning -> at.terminal().err().println("Warning: " + warning));
        return new Run(at, shared.json, report.files(folder)).of(engine -> engine.deploy(deployment));
    }

    /** Where Docker doesn't answer, the deployment will find out and say so in its report. */
    private Remembered remembered(Settings settings) throws InterruptedException {
        try {
            return Described.remembered(at, settings);
        } catch (DockerException | HostException e) {
            return Remembered.NOTHING;
        }
    }
}
