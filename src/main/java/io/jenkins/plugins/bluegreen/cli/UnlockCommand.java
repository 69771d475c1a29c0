package io.jenkins.plugins.bluegreen.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.bluegreen.cli.terminal.ProgressLine;
import io.jenkins.plugins.bluegreen.deploy.Terms;
import io.jenkins.plugins.bluegreen.settings.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes a lock away. */
@Command(
        name = "unlock",
        header = "Frees an app whose deployer has died, and finishes or undoes what it left.",
        description = {
            "",
            "Seldom needed: the next deployment or rollback does the same by itself. A deployer that is alive keeps its lock"
                    + " unless --force is given. Whether one on another machine is alive can take 20 s to tell.",
            ""
        })
final class UnlockCommand implements Callable<Integer> {
    private final Workplace at;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Described described;

    @Mixin
    private SharedOptions shared;

    @Option(
            names = "--force",
            description = "Take the lock away even from a deployer that is alive: it then stops where it is.")
    private boolean force;

    UnlockCommand(Workplace at) {
        this.at = at;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings options = SettingsOptions.read(
                spec.commandLine().getParseResult(), at.around().folder());
        Terms terms = described.onceMore(at, options).terms();
        String done;
        try (ProgressLine progress = ProgressLine.on(at.terminal(), at.around().clock())) {
            done = at.opener().open(at.docker(), progress).unlock(terms, force);
        }
        at.terminal()
                .out()
                .println(
                        shared.json
                                ? JsonNodeFactory.instance
                                        .objectNode()
                                        .put("app", terms.app())
                                        .put("done", done)
                                : done);
        return ExitCode.DONE.number();
    }
}
