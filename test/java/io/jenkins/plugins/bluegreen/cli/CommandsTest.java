package io.jenkins.plugins.bluegreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.bluegreen.deploy.AppStatus;
import io.jenkins.plugins.bluegreen.deploy.Deployment;
import io.jenkins.plugins.bluegreen.deploy.Report.Outcome;
import io.jenkins.plugins.bluegreen.deploy.Rollback;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.docker.DockerException;
import io.jenkins.plugins.bluegreen.settings.Key;
import io.jenkins.plugins.bluegreen.settings.KnownRouter;
import io.jenkins.plugins.bluegreen.traffic.DockerDns;
import io.jenkins.plugins.bluegreen.traffic.Moving;
import io.jenkins.plugins.bluegreen.traffic.Nginx;
import io.jenkins.plugins.bluegreen.traffic.PublishedPort;
import io.jenkins.plugins.bluegreen.traffic.Routing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;

class CommandsTest {
    private static final Nginx EDGE = new Nginx("edge", Optional.empty());

    private static final String[] DEPLOY = {"deploy", "orders", "--image=i:2"};

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @ParameterizedTest
    @CsvSource({"DEPLOYED,0", "ROLLED_BACK_TO,0", "LOCKED,4", "REFUSED,1", "UNDONE,1", "CANCELLED,130", "BROKEN,5"})
    void theExitCodeTellsHowItEnded(Outcome outcome, int code) {
        shell.engine.outcome = outcome;
        assertThat(shell.run(DEPLOY)).isEqualTo(code);
    }

    @Test
    void anEngineThatDoesNotAnswerIsTold() {
        shell.engine.outcome = Outcome.REFUSED;
        shell.host.dockerAnswers = false;
        assertThat(shell.run(DEPLOY)).isEqualTo(3);
        assertThat(shell.err()).contains("bluegreen doctor");

        shell.engine.thrown = new DockerException("'docker ps' failed: Cannot connect", true);
        assertThat(shell.run(DEPLOY)).isEqualTo(3);
    }

    @Test
    void aFailureIsToldWithWhatWasSeenTheLogAndWhatToDo() {
        shell.engine.outcome = Outcome.REFUSED;
        shell.run(DEPLOY);
        assertThat(shell.out())
                .contains(
                        "It answered 500.\nexpected 200, saw 500\nThe end of the container's log:\n  | red boom\\u001b[2J",
                        "Mend it.")
                .doesNotContain("\u001b");
    }

    @Test
    void aMistakeOfOursIsToldAsSuchAndWithAStackTraceOnlyWhereAsked() {
        shell.engine.thrown = new IllegalStateException("oops");
        assertThat(shell.run(DEPLOY)).isEqualTo(5);
        assertThat(shell.err())
                .contains("should not have (IllegalStateException: oops)")
                .doesNotContain("\tat ");
        shell.run("deploy", "orders", "--image=i:2", "--debug");
        assertThat(shell.err()).contains("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploy orders --image=i",
                "rollback orders",
                "status orders",
                "status",
                "history orders",
                "unlock orders",
                "doctor",
                "deploy orders --image=i --port=x",
                "nonsense",
                "deploy --nonsense"
            })
    void withJsonStandardOutputHoldsNothingElse(String line) throws IOException {
        shell.run((line + " --json").split(" "));
        JsonNode json = new ObjectMapper().readTree(shell.out());
        assertThat(json.isContainerNode()).isTrue();
    }

    @Test
    void theReportIsWrittenForPeopleAndMachines() {
        shell.run("deploy", "orders", "--image=i:2", "--report", "out/reports");
        assertThat(folder.resolve("out/reports/report.json")).content().contains("\"orders\"");
        assertThat(folder.resolve("out/reports/report.html")).content().contains("<html");
        assertThat(shell.err()).contains("out/reports/report.html");
    }

    @Test
    void aRollbackWithoutAFileUsesWhatTheLiveVersionWasDeployedWith() throws IOException {
        live(shell.deployment(
                "orders",
                "--image=i:2",
                "--nginx-container=edge",
                "--port=3000",
                "--meter-url=http://shop.example/?key=hunter2",
                "--env=A=hunter2",
                "--health=/health?token=hunter2",
                "--health-header=Authorization: Bearer hunter2"));
        assertThat(shell.host.container).doesNotContain("hunter2");

        shell.run("rollback", "orders", "--to=1");

        var rollback = shell.engine.rollbacks.get(0);
        assertThat(rollback.version()).contains("1");
        assertThat(rollback.terms().port()).isEqualTo(3000);
        assertThat(KnownRouter.of(rollback.terms().routing())).isEqualTo(EDGE);
        shell.run("rollback", "orders", "--port=4000");
        assertThat(shell.engine.rollbacks.get(1).terms().port()).isEqualTo(4000);
    }

    @Test
    void whatHasChangedTheRouterWhileTheLockWasWaitedForCounts() throws Exception {
        Deployment waiting = shell.deployment("orders", "--image=i:3");
        shell.run("rollback", "orders");
        Rollback back = shell.engine.rollbacks.get(0);
        Deployment moved = shell.deployment("orders", "--image=i:2", "--nginx-container=edge");
        live(moved);
        Docker docker = new Docker(shell.host);

        Routing now = waiting.routing().now(docker, "orders");

        assertThat(KnownRouter.of(waiting.routing())).isEqualTo(DockerDns.DEFAULT);
        assertThat(KnownRouter.of(now)).isEqualTo(EDGE);
        assertThat(now.labels()).isEqualTo(moved.routing().labels());
        assertThat(KnownRouter.of(back.terms().routing().now(docker, "orders"))).isEqualTo(EDGE);
    }

    @Test
    void whoAcceptsAGapDoesNotLeaveARouterThatCanBeSwitched() throws Exception {
        live(shell.deployment("orders", "--image=i:2", "--nginx-container=edge"));

        Deployment moving = shell.deployment("orders", "--image=i:3", "--publish=8080", "--accept-gap");

        assertThat(KnownRouter.of(moving.routing()))
                .isEqualTo(new Moving(EDGE, new PublishedPort(8080, Optional.empty(), true), true));
    }

    /** From now on the container that this would make is there. */
    private void live(Deployment deployment) throws IOException {
        Map<String, String> labels = new TreeMap<>(deployment.run().labels());
        labels.putAll(deployment.routing().labels());
        shell.host.container = new ObjectMapper()
                .writeValueAsString(List.of(Map.of(
                        "Id", "1",
                        "Name", "/orders",
                        "Created", "2026-01-01T00:00:00Z",
                        "Config", Map.of("Labels", labels))));
    }

    @Test
    void aLogIsShownWithoutTheSecretsOfItsContainer() throws InterruptedException {
        shell.host.container = "[{\"Id\":\"1\",\"Name\":\"/orders\",\"Created\":\"2026-01-01T00:00:00Z\","
                + "\"Config\":{\"Env\":[\"TOKEN=hunter2-token\",\"PORT=3000\"]}}]";
        shell.host.log = "listening on 3000 with hunter2-token\n";
        shell.engine.live = Optional.of(new AppStatus.Instance(
                "v1",
                Optional.empty(),
                Optional.empty(),
                new Docker(shell.host).container("orders").orElseThrow(),
                true));

        assertThat(shell.run("logs", "orders", "--json")).isZero();

        assertThat(shell.out()).contains("listening on 3000 with ****").doesNotContain("hunter2");
    }

    @Test
    void historyIsATable() throws IOException {
        Files.writeString(folder.resolve("bluegreen.yaml"), "app: orders\n");
        assertThat(shell.run("history")).isZero();
        assertThat(shell.out().lines().skip(1).findFirst().orElseThrow())
                .isEqualTo("2026-01-02T03:04:05Z  v2       v1      deployed  4.2s  0 of 10  me  abc");
    }

    @Test
    void helpShowsEveryOptionWithinEightyColumns() {
        assertThat(shell.run("deploy", "--help")).isZero();
        assertThat(shell.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(shell.out()).contains("--stop-grace-period", "Exit codes", "130", "Default: 30s");
        String said = shell.out().replaceAll("\\s+", " ");
        String excepted = said.substring(said.indexOf("but for --file"), said.indexOf("an option here counts"));
        Set<String> settings = Stream.of(Key.values()).map(Key::option).collect(Collectors.toSet());
        CommandSpec deploy = shell.program().getSubcommands().get("deploy").getCommandSpec();
        assertThat(deploy.options())
                .extracting(option -> option.longestName())
                .filteredOn(name -> !settings.contains(name))
                .allMatch(excepted::contains);
        assertThat(shell.run("--version")).isZero();
        assertThat(shell.run()).isEqualTo(2);
    }

    @Test
    void everyHelpIsWrittenOut() {
        Set<String> commands = shell.program().getSubcommands().keySet();
        assertThat(shell.run("--help")).isZero();
        assertThat(shell.out())
                .contains("bluegreen [-hV] [COMMAND]", "-h, --help", "-V, --version")
                .contains(commands);
        for (String command : commands) {
            assertThat(shell.run("help", command)).as(command).isZero();
            assertThat(shell.out()).contains("Usage: bluegreen " + command).doesNotContain("${", "%n", "null");
        }
    }

    @Test
    void theDoctorSaysWhatToDoWhereDockerDoesNotAnswer() {
        shell.host.dockerAnswers = false;
        assertThat(shell.run("doctor")).isEqualTo(3);
        assertThat(shell.out()).contains("BAD   docker engine: Cannot connect", "-> Start it");
    }
}
