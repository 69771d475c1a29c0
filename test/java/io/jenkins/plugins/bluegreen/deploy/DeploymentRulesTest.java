package io.jenkins.plugins.bluegreen.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeploymentRulesTest {
    private static final String ONE_LINE = "[^\\p{Cc}\\u2028\\u2029]{1,1000}";

    /**
     * An option that holds a text.
     *
     * @param puts the text into a draft
     * @param strict what every text that is let through matches
     */
    private record Text(String option, BiConsumer<Draft, String> puts, String strict) {}

    private static final List<Text> TEXTS = List.of(
            new Text("The app's name", (draft, text) -> draft.app = text, "[a-z0-9][a-z0-9._-]{0,46}[a-z0-9]"),
            new Text("The version", (draft, text) -> draft.version = text, "\\w[\\w.-]{0,127}"),
            new Text("A network's name", (draft, text) -> draft.network = text, "[A-Za-z0-9][\\w.-]*"),
            new Text("A network's name", (draft, text) -> draft.networks = List.of(text), "[A-Za-z0-9][\\w.-]*"),
            new Text(
                    "An environment variable's name",
                    (draft, text) -> draft.environment = Map.of(text, ""),
                    "[\\p{L}\\p{N}_.\\[\\]-]+"),
            new Text(
                    "A volume",
                    (draft, text) -> draft.volumes = List.of(text),
                    "[/A-Za-z0-9][^:\\p{Cc}]*:/[^:\\p{Cc}]+(:[a-zA-Z,]+)?"),
            new Text("The user", (draft, text) -> draft.user = Optional.of(text), "\\w[\\w.-]*(:\\w[\\w.-]*)?"),
            new Text("The memory limit", (draft, text) -> draft.memory = Optional.of(text), "[0-9.]+[bkmgtBKMGT]{0,2}"),
            new Text("The number of cpus", (draft, text) -> draft.cpus = Optional.of(text), "[0-9.]+"),
            new Text("A label's name", (draft, text) -> draft.labels = Map.of(text, ""), "\\w[^\\s=\\p{Cc}]*"),
            new Text("A capability", (draft, text) -> draft.capDrop = List.of(text), "[A-Za-z_]+"),
            new Text("The stop signal", (draft, text) -> draft.stopSignal = Optional.of(text), "[A-Z0-9+-]+"),
            new Text("The image", (draft, text) -> draft.source = new Source.Ready(text), "[A-Za-z0-9][\\w./:@+-]*"),
            new Text(
                    "The build context",
                    (draft, text) -> draft.source = Draft.build(text, "Dockerfile", "x"),
                    "[^-\\p{Cc}][^\\p{Cc}]*"),
            new Text(
                    "The Dockerfile",
                    (draft, text) -> draft.source = Draft.build(".", text, "x"),
                    "[^-\\p{Cc}][^\\p{Cc}]*"),
            new Text(
                    "The build target",
                    (draft, text) -> draft.source = Draft.build(".", "Dockerfile", text),
                    "[A-Za-z0-9][\\w.-]*"),
            new Text("The docker option", (draft, text) -> draft.extra = List.of(text), "--[a-z0-9-]+(=[^\\p{Cc}]*)?"),
            new Text("Who deploys what", (draft, text) -> draft.by = text, "[^\\p{Cc}]*"),
            new Text("Who deploys what", (draft, text) -> draft.commit = Optional.of(text), "[^\\p{Cc}]*"));

    static Stream<Arguments> good() {
        return Stream.of(
                        texts(
                                0,
                                "orders",
                                "a1",
                                "my-app",
                                "my_app.v2",
                                "0x",
                                "a".repeat(48),
                                "kept-by",
                                "blue",
                                "latest"),
                        texts(1, "1", "1.2.3-rc.1_b", "_x", "Latest", "temp2", "a".repeat(128)),
                        texts(2, "skycloud", "My_net.1-x", "hosts", "n"),
                        texts(3, "queue"),
                        texts(
                                4,
                                "PATH",
                                "_x",
                                "spring.datasource.url",
                                "A-B",
                                "a",
                                "1A",
                                "Ä",
                                "a[1]",
                                "-A",
                                "A".repeat(256)),
                        texts(
                                5,
                                "data:/data",
                                "/srv/my data:/data:ro",
                                "/a:/b:ro,z",
                                "/ü:/ö",
                                "/$(x):/y",
                                "/:/host:ro"),
                        texts(6, "1000", "app", "1000:1000", "app:staff", "0", "_apt"),
                        texts(7, "512m", "1g", "1.5g", "104857600", "64MB", "1K"),
                        texts(8, "1", "0.5", "1.5", "16"),
                        texts(
                                9,
                                "team",
                                "com.example/team",
                                "traefik.http.routers.a.rule",
                                "bluegreen",
                                "BLUEGREEN.app"),
                        texts(10, "ALL", "NET_RAW", "CAP_CHOWN", "net_raw"),
                        texts(11, "SIGTERM", "TERM", "QUIT", "SIGUSR1", "SIGRTMIN+3", "15", "64"),
                        texts(
                                12,
                                "orders",
                                "orders:1.2",
                                "registry.example:5000/team/orders:1.2",
                                "localhost/a__b/c--d",
                                "a/b@sha256:" + "0".repeat(64),
                                "a/b:c@sha256:" + "0".repeat(64)),
                        texts(
                                13,
                                ".",
                                "/srv/my app",
                                "https://git.example/a.git#main:dir",
                                "git@git.example:a.git",
                                "büro"),
                        texts(14, "Dockerfile", "../docker/Docker file"),
                        texts(15, "prod", "0", "build-1"),
                        texts(
                                16,
                                "--cpu-shares=512",
                                "--hostname=x",
                                "--add-host=a:10.0.0.1",
                                "--privileged",
                                "--mount=type=tmpfs,target=/x y",
                                "--ulimit=nofile=1024",
                                "--health-cmd=curl $(hostname) || exit 1",
                                "--entrypoint="),
                        texts(17, "", "Jo", "build #12 of orders/main by Zoë"),
                        texts(18, "5c65c91"))
                .flatMap(all -> all);
    }

    private static Stream<Arguments> texts(int text, String... values) {
        Text option = TEXTS.get(text);
        return Stream.of(values).map(value -> Arguments.of(Named.of(option.option(), option), value));
    }

    @ParameterizedTest
    @MethodSource("good")
    void letsThroughWhatDockerTakes(Object option, String value) {
        Text text = (Text) option;

        assertThatCode(() -> draft(text, value).deployment()).doesNotThrowAnyException();
        assertThat(value).matches(text.strict());
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                        texts(
                                0,
                                "",
                                "a",
                                "Orders",
                                "-orders",
                                "orders-",
                                "a..b",
                                "a__b",
                                "a--b",
                                "a.-b",
                                "my app",
                                "a/b",
                                "a:b",
                                "ordérs",
                                "a\nb",
                                "orders\n",
                                "$(id)",
                                "'",
                                "a".repeat(49),
                                "orders-candidate",
                                "orders-candidate-hook",
                                "orders-returning",
                                "orders-draining",
                                "orders-lock",
                                "orders-blue",
                                "orders-green",
                                "orders-kept-1",
                                "orders-kept",
                                "orders-front",
                                "--rm"),
                        texts(
                                1,
                                "",
                                "latest",
                                "temp",
                                ".1",
                                "-1",
                                "1 2",
                                "1/2",
                                "1:2",
                                "1\n",
                                "v1+b",
                                "a".repeat(129),
                                "ü",
                                "$(id)"),
                        texts(
                                2,
                                "",
                                "host",
                                "none",
                                "bridge",
                                "default",
                                "container:x",
                                "-n",
                                "a b",
                                "a\n",
                                "é",
                                "service/x"),
                        texts(3, "", "host", "-n"),
                        texts(4, "", "A B", "A=B", "A\n", "A\0", "A$", "A\u2028", "#A", "A".repeat(257)),
                        texts(
                                5,
                                "",
                                "/data",
                                "data",
                                "data:",
                                ":/data",
                                "./x:/data",
                                "~/x:/data",
                                "-v:/data",
                                "a b:/data",
                                "/a:b",
                                "/a:/b:",
                                "/a:/b:ro:z",
                                "/a:/b:r o",
                                "/a\n:/b",
                                "/a:/b\n",
                                "/a:/b\0",
                                "C:\\x:/y",
                                "x:/"),
                        texts(6, "", "-u", "a b", "a:", ":a", "a:b:c", "$(id)", "a\n", "ü"),
                        texts(7, "", "0", "0m", "-1", "m", "1x", "1 g", "1e9", "1,5g", "512m\n", "٥m"),
                        texts(8, "", "0", "0.0", "-1", "1,5", "1.", ".5", "1e3", "NaN", "1\n"),
                        texts(9, "", "bluegreen.app", "bluegreen.", "a=b", "a b", "-a", "a\n", "a\0", "$a"),
                        texts(10, "", "-x", "NET RAW", "NET\n", "1", "ALL,X"),
                        texts(11, "", "0", "65", "-9", "sigterm", "SIG TERM", "TERM\n", "SIG$(id)"),
                        texts(
                                12,
                                "",
                                "-x",
                                "Orders",
                                "a b",
                                "a:",
                                "a:b:c",
                                "a@sha256:1",
                                "/a",
                                "a/",
                                "a//b",
                                "a:-x",
                                "a\n",
                                "https://a/b",
                                "$(id)"),
                        texts(13, "", "-", "--file=x", " x", "a\nb", "a\0", "a\u0085", "a\u2028b", "\uD83D"),
                        texts(14, "", "-", "-x", "a\nb", "a\0"),
                        texts(15, "", "-x", "a b", "ü", "a\n"),
                        texts(17, "a\nb", "a\0", "\u001b[2J"),
                        texts(18, "a\nb"))
                .flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refusesWhatDockerWouldNotTakeOrTakeForSomethingElse(Object option, String value) {
        Text text = (Text) option;

        InvalidDeploymentException refusal = refusal(draft(text, value));

        assertThat(refusal.getMessage())
                .startsWith(text.option())
                .contains("; allowed is ")
                .endsWith(".")
                .matches(ONE_LINE);
    }

    static Stream<Arguments> badOptions() {
        return Stream.of(
                Arguments.of("-e", "is a short option (-e)"),
                Arguments.of("-ePASSWORD=s3cr3t", "is a short option (-e)"),
                Arguments.of("-p80:80", "is a short option (-p)"),
                Arguments.of("PASSWORD=s3cr3t", "at place 1 is none"),
                Arguments.of("--", "is none"),
                Arguments.of("---x=1", "is none"),
                Arguments.of("--Name=s3cr3t", "is none"),
                Arguments.of("--x=s3cr3t\n", "is none"),
                Arguments.of("", "is none"),
                Arguments.of("--cpu-shares", "has no value"),
                Arguments.of("--hostname", "has no value"),
                Arguments.of("--name=s3cr3t", "--name can't"),
                Arguments.of("--detach", "--detach can't"),
                Arguments.of("--rm", "--rm can't"),
                Arguments.of("--rm=true", "--rm can't"),
                Arguments.of("--restart=no", "--restart can't"),
                Arguments.of("--network=x", "further networks in 'networks'"),
                Arguments.of("--net=x", "further networks in 'networks'"),
                Arguments.of("--network-alias=x", "--network-alias can't"),
                Arguments.of("--net-alias=x", "--net-alias can't"),
                Arguments.of("--publish=80:80", "can't own one port"),
                Arguments.of("--publish-all", "can't own one port"),
                Arguments.of("--env-file=s3cr3t", "use env files"),
                Arguments.of("--env=PASSWORD=s3cr3t", "use env files"),
                Arguments.of("--label=bluegreen.app=s3cr3t", "use 'labels'"),
                Arguments.of("--cidfile=x", "--cidfile can't"),
                Arguments.of("--interactive", "without a terminal"),
                Arguments.of("--tty", "without a terminal"),
                Arguments.of("--attach=stdin", "without a terminal"),
                Arguments.of("--ip=10.0.0.1", "can't share an address"),
                Arguments.of("--link=x", "--link can't"),
                Arguments.of("--help", "--help can't"),
                Arguments.of("--volume=a:/b", "use 'volumes'"),
                Arguments.of("--user=1", "use 'user'"),
                Arguments.of("--memory=1g", "use 'memory'"),
                Arguments.of("--cpus=1", "use 'cpus'"),
                Arguments.of("--read-only", "use 'read-only'"),
                Arguments.of("--cap-drop=ALL", "use 'cap-drop'"),
                Arguments.of("--init", "use 'init'"),
                Arguments.of("--stop-signal=1", "use 'stop-signal'"),
                Arguments.of("--stop-timeout=1", "use 'stop-grace-period'"));
    }

    @ParameterizedTest
    @MethodSource("badOptions")
    void refusesDockerOptionsThatTheEngineOwnsAndSaysWhatToUseInstead(String option, String expected) {
        Draft draft = new Draft();
        draft.extra = List.of(option);

        assertThat(refusal(draft).getMessage())
                .startsWith("The docker option")
                .contains(expected)
                .doesNotContain("s3cr3t")
                .matches(ONE_LINE);
    }

    static Stream<Arguments> badNumbers() {
        return Stream.<Arguments>of(
                change("port", draft -> draft.port = 0),
                change("port", draft -> draft.port = -1),
                change("port", draft -> draft.port = 65_536),
                change("versions to keep", draft -> draft.keep = -1),
                change("stop grace", draft -> draft.stopGrace = Duration.ofMillis(-1)),
                change("liveness interval", draft -> draft.interval = Duration.ZERO),
                change("liveness timeout", draft -> draft.timeout = Duration.ofNanos(1)),
                change("liveness deadline", draft -> draft.deadline = Duration.ofSeconds(-1)),
                change("good answers", draft -> draft.successes = 0),
                change("drain limit", draft -> draft.drain = new Drain(Duration.ofMillis(-1), Duration.ZERO)),
                change("drain minimum", draft -> draft.drain = new Drain(Duration.ZERO, Duration.ofMillis(-1))),
                change("bake time", draft -> draft.bake = Duration.ofMillis(-1)),
                change("lock wait", draft -> draft.lockWait = Duration.ofMillis(-1)),
                change(
                        "pre-switch",
                        draft -> draft.preSwitch = Optional.of(new Hook(List.of(), true, Duration.ofMinutes(1)))),
                change(
                        "pre-switch",
                        draft -> draft.preSwitch =
                                Optional.of(new Hook(List.of("a", "\0"), true, Duration.ofMinutes(1)))),
                change("limit", draft -> draft.preSwitch = Optional.of(new Hook(List.of("a"), true, Duration.ZERO))),
                change("metered URL", draft -> draft.metering = Optional.of(Draft.metering("ftp://x/", 1))),
                change("metered URL", draft -> draft.metering = Optional.of(Draft.metering("/x", 1))),
                change("metered rate", draft -> draft.metering = Optional.of(Draft.metering("http://x/", 0))),
                change("metered rate", draft -> draft.metering = Optional.of(Draft.metering("http://x/", Double.NaN))),
                change("command", draft -> draft.command = List.of("a", "b\0")),
                change(
                        "build argument",
                        draft -> draft.source =
                                new Source.Build(".", "Dockerfile", Optional.empty(), Map.of("A B", ""))));
    }

    private static Arguments change(String expected, Consumer<Draft> change) {
        return Arguments.of(expected, change);
    }

    @ParameterizedTest
    @MethodSource("badNumbers")
    void refusesNumbersAndTimesThatMakeNoSense(String expected, Consumer<Draft> change) {
        Draft draft = new Draft();
        change.accept(draft);

        assertThat(refusal(draft)).hasMessageContaining(expected).hasMessageEndingWith(".");
    }

    @Test
    void neverShowsAValueOfTheEnvironmentOrOfABuildArgument() {
        Draft value = new Draft();
        value.environment = Map.of("PASSWORD", "s3cr3t\0");
        Draft name = new Draft();
        name.environment = Map.of("PASS WORD=s3cr3t", "");
        Draft argument = new Draft();
        argument.source = new Source.Build(".", "Dockerfile", Optional.empty(), Map.of("TOKEN", "s3cr3t\0"));

        assertThat(refusal(value)).hasMessageContaining("PASSWORD").hasMessageNotContaining("s3cr3t");
        assertThat(refusal(name)).hasMessageContaining("PASS").hasMessageNotContaining("s3cr3t");
        assertThat(refusal(argument)).hasMessageContaining("TOKEN").hasMessageNotContaining("s3cr3t");
    }

    @Test
    void refusesAVariableThatIsLongerThanAnyProcessCanBeGiven() {
        Draft draft = new Draft();
        draft.environment = Map.of("CERTS", "€".repeat(43_688) + "x");
        assertThat(draft.deployment().environment()).containsKey("CERTS");

        draft.environment = Map.of("CERTS", "€".repeat(43_688) + "xx");
        assertThat(refusal(draft))
                .hasMessageContaining("The environment variable CERTS is 131072 bytes long with its name; Linux takes"
                        + " 131071 at most. Put the value into a file")
                .hasMessageNotContaining("€");
        draft.environment = Map.of();
        draft.source = new Source.Build(".", "Dockerfile", Optional.empty(), Map.of("CERTS", "€".repeat(50_000)));
        assertThat(refusal(draft))
                .hasMessageContaining("The build argument CERTS is 150006 bytes long")
                .hasMessageNotContaining("€");
    }

    @Test
    void refusesVariablesThatAreTooLongTogetherUnlessTheyGoThroughStandardInput() {
        Map<String, String> several = new TreeMap<>();
        Map<String, String> single = new TreeMap<>();
        for (int i = 10; i < 40; i++) {
            several.put("CERT" + i, "x\n".repeat(20_000));
            single.put("CERT" + i, "xx".repeat(20_000));
        }
        Draft draft = new Draft();
        draft.environment = single;
        assertThat(draft.deployment().environment()).hasSize(30);

        draft.environment = several;
        assertThat(refusal(draft)).hasMessageContaining("1200210 bytes long together; allowed is 1048576");
    }

    @Test
    void refusesBeforeAnythingIsTouchedWhatTheDockerClientWouldObeyItself() {
        Draft draft = new Draft();
        draft.environment = Map.of("DOCKER_HOST", "tcp://elsewhere\n");

        assertThat(refusal(draft)).hasMessageContaining("DOCKER_HOST").hasMessageNotContaining("elsewhere");
    }

    @Test
    void showsTheValueThatIsWrongOnOneLineAndCut() {
        Draft draft = new Draft();
        draft.app = "It's\n\u001b[31m\u202e" + "x".repeat(100);

        assertThat(refusal(draft))
                .hasMessage("The app's name can't be 'It\\'s\\n\\u001b[31m\\u202e" + "x".repeat(49)
                        + "…'; allowed is 2 to 48"
                        + " lower-case letters and digits, with single . _ or - between them.");
    }

    @Property(tries = 10_000)
    void anyTextInAnyOptionIsEitherHarmlessOrRefusedWithOneSentence(
            @ForAll("texts") String text, @ForAll("options") Text option) {
        try {
            draft(option, text).deployment();
            assertThat(text).as(option.option()).matches(option.strict());
        } catch (InvalidDeploymentException e) {
            assertThat(e.getMessage()).as(option.option()).matches(ONE_LINE).endsWith(".");
        }
    }

    @Provide
    Arbitrary<Text> options() {
        return Arbitraries.of(TEXTS);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "a",
                "b1",
                "-",
                "--",
                "_",
                ".",
                "/",
                ":",
                "=",
                " ",
                "\n",
                "\r",
                "\t",
                "\0",
                "'",
                "\"",
                "\\",
                "`",
                "$(id)",
                "${x}",
                ";",
                "|",
                "&",
                "*",
                "ü",
                "日本",
                "\u202e",
                "\uD83D",
                "\uD83D\uDE00",
                "\u2028",
                "\u0085",
                "latest",
                "-kept-",
                "--name",
                "data:/data",
                "@sha256:",
                "512m",
                "bluegreen.",
                "\u001b[2J");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(8).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(80),
                Arbitraries.strings().ascii().ofMaxLength(80));
    }

    private static Draft draft(Text option, String value) {
        Draft draft = new Draft();
        option.puts().accept(draft, value);
        return draft;
    }

    private static InvalidDeploymentException refusal(Draft draft) {
        InvalidDeploymentException refusal = catchThrowableOfType(InvalidDeploymentException.class, draft::deployment);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }
}
