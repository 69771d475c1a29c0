package io.jenkins.plugins.bluegreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.cli.terminal.Terminal;
import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.settings.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What no name can be, on the real engine. {@link NastyInputTest} tries far more of it on a fake one. */
class NastyInputIT {
    private static final List<String> OPTIONS = List.of(
            "--image",
            "--build",
            "--network",
            "--tag",
            "--nginx-container",
            "--nginx-file",
            "--memory",
            "--cpus",
            "--user");
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a b",
            "a\nb",
            "--privileged ",
            "-",
            "'; id; '",
            "\"",
            "$(touch made)",
            "`touch made`",
            "a|b",
            "日本 語",
            "\u0001",
            "x y".repeat(2000));

    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    @TempDir
    Path folder;

    @Test
    void endsInASentenceAndLeavesNothing() throws InterruptedException {
        for (String text : TEXTS) {
            refused("deploy", sandbox.name("orders") + text + "!", "--image=" + Images.ORDERS);
            refused("rollback", sandbox.name("orders"), "--network=" + sandbox.network(), "--to=" + text + " ");
            for (String option : OPTIONS) {
                List<String> arguments =
                        new ArrayList<>(List.of("deploy", sandbox.name("orders"), option + "=" + text));
                arguments.addAll(option.equals("--network") ? List.of() : List.of("--network=" + sandbox.network()));
                arguments.addAll(
                        List.of("--image", "--build").contains(option)
                                ? List.of()
                                : List.of("--image=" + Images.ORDERS));
                refused(arguments.toArray(String[]::new));
            }
        }
        assertThat(sandbox.containers()).isEmpty();
        assertThat(sandbox.docker().call("image", "ls", "--quiet", sandbox.name("orders")))
                .isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    private void refused(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        Terminal terminal = new Terminal(out, out, false, false, () -> 80);
        Surroundings around = new Surroundings(folder, Map.of(), sandbox.host(), Clock.systemUTC());

        int code = BluegreenCommand.with(new Workplace(around, terminal, Engine::of))
                .execute(arguments);

        assertThat(code).as("%s: %s", List.of(arguments), said).isIn(1, 2);
        assertThat(said.toString()).isNotBlank().doesNotContain("\tat ", "Exception", "should not have", "\u001b");
    }
}
