package io.jenkins.plugins.bluegreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.deploy.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedInputTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port=0 | --port must be a whole number from 1 to 65535",
                "--port=x | 'x' was given",
                "--prot=1 | There is no option '--prot'. Did you mean --port?",
                "--port | PORT is missing after --port",
                "--port=1 --port=2 | --port is given more than once",
                "--bake=1minute | '1minute' is no duration. Write it as Compose does: 500ms, 12s, 1m30s",
                "--timeout=0 | --timeout must be longer than zero",
                "--keep=-1 | --keep must be a whole number",
                "--meter-url=localhost | --meter-url must be an address such as",
                "--meter-url=http://a/\ud800 | --meter-url must be an address such as",
                "--meter-url=http://a/ --meter-rate=0 | --meter-rate must be a number above 0",
                "--router=haproxy | 'haproxy' is no router. Choose dns, nginx, npm or port",
                "--router=nginx | Router 'nginx' needs to know nginx's container: give --nginx-container",
                "--router=nginx --publish=80 | --router goes with router 'nginx', but --publish with router 'port'",
                "--router=npm | Router 'npm' needs the address",
                "--health=/a --health-tcp | --health goes with an HTTP check, but --health-tcp with a TCP check",
                "--health=a | The path of an HTTP check starts with a slash",
                "--health-body=( | is no regular expression",
                "--health-status=ok | Expected statuses are written as",
                "--health-header=x | must be written 'Name: value'",
                "--build=. | --build goes with a build, but --image with a ready image",
                "--env=UNSET_THING | the environment has no such variable",
                "--env==x | the name is missing",
                "--env-file=nowhere | isn't there",
                "--command='a | has a quote that isn't closed",
                "--file=nowhere.yaml | There is no file",
                "--environment=staging | --environment needs a file",
                "--report=/proc/x | can't be made",
                "more | There is one argument too many.",
            })
    void badOptionsAreRefusedWithASentence(String options, String sentence) {
        Shell shell = new Shell(folder);
        List<String> arguments = new ArrayList<>(List.of("deploy", "orders", "--image=orders:1"));
        arguments.addAll(List.of(options.split(" ")));

        int code = shell.run(arguments.toArray(String[]::new));

        assertThat(shell.err()).contains(sentence);
        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(shell.engine.deployments).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "app: [a] | bluegreen.yaml, line 1 (app): expected a text.",
                "port: 80~prot: 1 | bluegreen.yaml, line 2 (prot): there is no such setting. Did you mean 'port'? Allowed",
                "memory: 1g | Did you mean 'mem_limit'?",
                "healthcheck:~  path: / | Did you mean 'health'?",
                "container: edge | Did you mean 'router.container'?",
                "limit: 5s | Did you mean 'pre_switch.limit' or 'drain.limit'?",
                "services:~  web: {} | A file describes one app, whose settings stand without 'services:'",
                "health:~  pth: / | line 2 (health.pth): there is no such setting. Did you mean 'path'? Allowed here: body",
                "image: a~image: b | line 2: the key 'image' stands here twice.",
                "port: [1] | line 1 (port): expected a whole number.",
                "~~port: x | bluegreen.yaml, line 3 (port) must be a whole number",
                "init: maybe | 'maybe' is neither true nor false",
                "volumes:~  - {type: bind} | line 2 (volumes): expected a list of source:target[:mode]",
                "environment: A=b | expected a mapping of names to values",
                "user: | line 1 (user): expected a text",
                "health:~\tpath: / | line 2: a tab stands here, with which YAML can't be indented",
                "port: b: c | line 1: this isn't YAML",
                "- a | the file must be a mapping of settings",
                "port: 1~---~port: 2 | a second document begins here",
                "user: &x a~image: *x | YAML aliases",
                "image: ${NOT_SET} | needs the environment variable NOT_SET, which isn't set",
                "image: ${NOT_SET:?ask Ann} | which isn't set: ask Ann",
                "image: a$ | has a '$' that begins no variable",
                "environments: {staging: {environments: {}}} | there is no such setting",
                "environments: 3 | must be a mapping of environments",
            })
    void aBadFileIsRefusedWithItsLine(String yaml, String sentence) throws IOException {
        Files.writeString(folder.resolve("bluegreen.yaml"), yaml.replace("~", "\n"));
        Shell shell = new Shell(folder);

        int code = shell.run("deploy", "orders", "--build=.");

        assertThat(shell.err()).contains(sentence);
        assertThat(code).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void aMistypedOptionDoesNotRepeatTheSecretBehindIt() {
        Shell shell = new Shell(folder);
        shell.run("deploy", "orders", "--image=i", "--evn=PASSWORD=hunter2");
        assertThat(shell.err()).contains("no option '--evn'").doesNotContain("hunter2");
        shell.run("deploy", "orders", "--image=i", "--evn", "PASSWORD=hunter2");
        assertThat(shell.err()).contains("no option '--evn'").doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deploy orders -e PASSWORD=hunter2 | is given with --env",
                "deploy orders -ePASSWORD=hunter2 | is given with --env",
                "deploy orders -e hunter2 | no environment of that name in",
                "deploy orders --env A=one hunter2 | one argument too many",
                "deploy orders -phunter2 | There is no option '-p'.~See",
                "deploy orders v2 | What the version is to be called stands behind --tag.",
                "rollback orders v1 | The version to go back to stands behind --to.",
                "logs orders -f | FILE is missing after --file. To follow a log, write --follow.",
                "rollback -e staging | Which app? Give its name after the command, or write 'app: …' into bluegreen.yaml",
                "deploy orders --env -fhunter2 | What follows it is '-f'",
                "deploy PASSWORD=hunter2 | 'PASSWORD=…' can't be an app's name",
                "deploy orders --env hunter2! | names something without a value",
                "hunter2 | There is no such command. There are: deploy, rollback",
                "dploy | There is no such command. Did you mean deploy?",
            })
    void whatMayBeASecretIsNotRepeatedWhereItIsMisplaced(String line, String sentence) throws IOException {
        Files.writeString(folder.resolve("bluegreen.yaml"), "image: i\nenvironments: {staging: {port: 1}}\n");
        Shell shell = new Shell(folder);

        assertThat(shell.run(line.split(" "))).isEqualTo(2);

        assertThat(shell.err()).contains(sentence.replace("~", "\n")).doesNotContain("hunter2");
    }

    @Test
    void aFileOfAnotherEndingIsNotOverlooked() throws IOException {
        Files.writeString(folder.resolve("bluegreen.yml"), "image: i\n");
        Shell shell = new Shell(folder);
        assertThat(shell.run("deploy", "orders")).isEqualTo(2);
        assertThat(shell.err()).contains("'bluegreen.yml' isn't read: call it bluegreen.yaml, or name it with --file");
        assertThat(shell.deployment("orders", "--file=bluegreen.yml").source()).isEqualTo(new Source.Ready("i"));
    }

    @Test
    void aBadEnvFileIsToldByItsLineAndNeverByItsValue() throws IOException {
        Files.writeString(folder.resolve(".env"), "A=1\nB='hunter2\n");
        Shell shell = new Shell(folder);
        assertThat(shell.run("deploy", "orders", "--image=i", "--env-file=.env"))
                .isEqualTo(2);
        assertThat(shell.err()).contains(".env: Line 2").doesNotContain("hunter2");
    }

    @Test
    void aVariableThatIsNotSetIsWarnedOfByItsLineAndNeverByAPartOfAPassword() throws IOException {
        Files.writeString(
                folder.resolve(".env"),
                "A=1\nURL=http://$HOST:${PORT}/${A}${B:-x}$HOME\nPASSWORD=hunter$two\nQUOTED='$C'\nD=$$E\n");
        Shell shell = new Shell(folder);
        shell.environment.put("HOME", "/root");

        shell.deployment("orders", "--image=i", "--env-file=.env");

        assertThat(shell.err().lines().filter(line -> line.startsWith("Warning")))
                .satisfiesExactly(
                        host -> assertThat(host).contains(".env: Line 2: the variable HOST isn't set"),
                        port -> assertThat(port).contains(".env: Line 2: the variable PORT isn't set"),
                        tail -> assertThat(tail).contains(".env: Line 3: ").doesNotContain("two"));
    }

    @Test
    void whatAnEnvFileHoldsIsRefusedWithFileAndLineOrTaken() throws IOException {
        Files.writeString(folder.resolve(".env"), "1B=x\nÄ=x\na[1]=x\n-q=x\nB=hunter2\0\n");
        Shell shell = new Shell(folder);
        assertThat(shell.run("deploy", "orders", "--image=i", "--env-file=.env"))
                .isEqualTo(2);
        assertThat(shell.err())
                .contains(".env: Line 5: the value has a NUL character")
                .doesNotContain("hunter2");

        Files.writeString(folder.resolve(".env"), "1B=x\nÄ=x\na[1]=x\n-q=x\n");
        assertThat(shell.deployment("orders", "--image=i", "--env-file=.env").environment())
                .containsOnlyKeys("1B", "Ä", "a[1]", "-q");
    }

    @Test
    void anOptionOfDockersMayBeCalledAsOneOfOurs() {
        Shell shell = new Shell(folder);
        for (String option : List.of("--publish=1:1", "--publish-all=true", "--name=x")) {
            for (int run = 0; run < 2; run++) {
                assertThat(shell.run("deploy", "orders", "--image=i", "--run-option", option))
                        .isEqualTo(2);
                assertThat(shell.err()).contains("can't be handed through: ");
            }
        }
        assertThat(shell.run("deploy", "orders", "--image=i", "--run-option")).isEqualTo(2);
        assertThat(shell.err()).contains("OPTION is missing after --run-option.");
        assertThat(shell.deployment("orders", "--image=i", "--run-option=--shm-size=1g", "--run-option", "--privileged")
                        .run()
                        .extra())
                .containsExactly("--shm-size=1g", "--privileged");
        assertThat(shell.deployment("orders", "--image=i").run().extra()).isEmpty();
        assertThat(shell.run("deploy", "orders", "--image=i", "--env", "--env=PASSWORD=hunter2"))
                .isEqualTo(2);
        assertThat(shell.err())
                .contains("is missing after --env. What follows it is '--env', an option by itself.")
                .doesNotContain("hunter2");
        assertThat(shell.run("deploy", "orders", "--image=i", "--run-option=--publish=1:1"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("--publish can't be handed through", "use the router 'port', which owns it");
    }

    @Test
    void aCommandMayBeginAsOneOfOurOptions() {
        Shell shell = new Shell(folder);
        for (int run = 0; run < 2; run++) {
            assertThat(shell.deployment("orders", "--image=i", "--command=--port", "--pre-switch=--port x")
                            .run()
                            .command())
                    .containsExactly("--port");
        }
        assertThat(shell.deployment("orders", "--image=i", "--command", "serve")
                        .run()
                        .command())
                .containsExactly("serve");
        assertThat(shell.deployment("orders", "--image=i").run().command()).isEmpty();
        assertThat(shell.run("deploy", "orders", "--image=i", "--command=a", "--command=b"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("--command is given more than once");
        assertThat(shell.deployment("orders", "--image=i").run().command()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--command", "--health-exec", "--pre-switch"})
    void aCommandThatNeedsAShellIsRefusedUnlessItNamesOne(String option) {
        Shell shell = new Shell(folder);

        assertThat(shell.run("deploy", "orders", "--image=i", option, "echo hunter2; exit 3"))
                .isEqualTo(2);
        assertThat(shell.err())
                .contains(option + " has ';' outside of quotes", "no shell runs it", "\"sh -c '…'\"")
                .doesNotContain("hunter2", "exit");

        assertThat(shell.run("deploy", "orders", "--image=i", option, "sh -c 'echo hunter2; exit 3'"))
                .isZero();
    }

    @Test
    void aCommandInTheFileThatNeedsAShellIsRefusedUnlessItIsAList() throws IOException {
        Shell shell = new Shell(folder);
        Files.writeString(folder.resolve("bluegreen.yaml"), "image: i\npre_switch: migrate $$URL\n");
        assertThat(shell.run("deploy", "orders")).isEqualTo(2);
        assertThat(shell.err()).contains("line 2 (pre_switch) has '$' outside of quotes");

        Files.writeString(folder.resolve("bluegreen.yaml"), "image: i\npre_switch: [migrate, $$URL, ;]\n");
        assertThat(shell.deployment("orders").preSwitch().orElseThrow().command())
                .containsExactly("migrate", "$URL", ";");
    }

    @Test
    void namesOfOtherCommandsAreRefusedToo() {
        Shell shell = new Shell(folder);
        for (String name : List.of("Orders", "-x", "a b", "$(id)", "a'b", "ä", "a\nb", "..", "")) {
            assertThat(shell.run("status", name)).as(name).isEqualTo(2);
        }
        assertThat(shell.run("rollback", "orders", "--to", "../x")).isEqualTo(2);
        assertThat(shell.host.asked).noneMatch(argv -> argv.contains("run"));
    }

    @Test
    void anotherAppsFileIsNotUsed() throws IOException {
        Files.writeString(folder.resolve("bluegreen.yaml"), "app: payments\nport: 9\n");
        Shell shell = new Shell(folder);
        assertThat(shell.deployment("orders", "--image=i").port()).isEqualTo(80);
        assertThat(shell.run("deploy", "orders", "--image=i", "--file=bluegreen.yaml"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("describes app 'payments', not 'orders'");
    }
}
