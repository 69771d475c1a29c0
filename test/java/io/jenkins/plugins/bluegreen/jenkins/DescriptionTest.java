package io.jenkins.plugins.bluegreen.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import io.jenkins.plugins.bluegreen.deploy.Deployment;
import io.jenkins.plugins.bluegreen.deploy.Source;
import io.jenkins.plugins.bluegreen.host.LocalHost;
import io.jenkins.plugins.bluegreen.host.Secret;
import io.jenkins.plugins.bluegreen.jenkins.fields.ContainerOptions;
import io.jenkins.plugins.bluegreen.jenkins.fields.ExecHealth;
import io.jenkins.plugins.bluegreen.jenkins.fields.FieldLayer;
import io.jenkins.plugins.bluegreen.jenkins.fields.HttpHealth;
import io.jenkins.plugins.bluegreen.jenkins.fields.ImageHealth;
import io.jenkins.plugins.bluegreen.jenkins.fields.Metering;
import io.jenkins.plugins.bluegreen.jenkins.fields.NginxRouter;
import io.jenkins.plugins.bluegreen.jenkins.fields.NpmRouter;
import io.jenkins.plugins.bluegreen.jenkins.fields.PortRouter;
import io.jenkins.plugins.bluegreen.jenkins.fields.PreSwitch;
import io.jenkins.plugins.bluegreen.jenkins.fields.ProxyManagerAccess;
import io.jenkins.plugins.bluegreen.jenkins.fields.Router;
import io.jenkins.plugins.bluegreen.jenkins.fields.TcpHealth;
import io.jenkins.plugins.bluegreen.jenkins.fields.UsualHealth;
import io.jenkins.plugins.bluegreen.jenkins.fields.UsualRouter;
import io.jenkins.plugins.bluegreen.settings.KnownRouter;
import io.jenkins.plugins.bluegreen.settings.SettingsException;
import io.jenkins.plugins.bluegreen.settings.SettingsReader;
import io.jenkins.plugins.bluegreen.settings.Surroundings;
import io.jenkins.plugins.bluegreen.traffic.DockerDns;
import io.jenkins.plugins.bluegreen.traffic.Nginx;
import io.jenkins.plugins.bluegreen.traffic.ProxyManager;
import io.jenkins.plugins.bluegreen.traffic.PublishedPort;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DescriptionTest {
    private static final BuildName BUILD = new BuildName("shop/orders #7", 7, Optional.of("1a2b3c4d5e6f"));
    private static final ProxyManagerAccess PROXY_MANAGER = new ProxyManagerAccess("http://npm:81/api", "npm-login");
    private BlueGreenDeployStep step = new BlueGreenDeployStep("orders");
    private Router usual;
    private Optional<String> login = Optional.empty();

    @Test
    void anAppsNameIsEnough() throws Exception {
        Deployment deployment = describe();
        assertThat(deployment.app()).isEqualTo("orders");
        assertThat(deployment.version()).isEqualTo("7-1a2b3c4");
        assertThat(deployment.network()).isEqualTo("house");
        assertThat(deployment.keep()).isEqualTo(5);
        assertThat(deployment.port()).isEqualTo(80);
        assertThat(deployment.by()).isEqualTo("shop/orders #7");
        assertThat(deployment.commit()).contains("1a2b3c4d5e6f");
        assertThat(KnownRouter.of(deployment.routing())).isEqualTo(DockerDns.DEFAULT);
        assertThat(deployment.source()).isEqualTo(new Source.Build("/ws", "Dockerfile", Optional.empty(), Map.of()));
    }

    @Test
    void everySettingOfTheEngineCanBeSaid() throws Exception {
        step.setVersion("v1");
        step.setContext("sub");
        step.setDockerfile("D");
        step.setTarget("run");
        step.setBuildArgs("A=1\n\n B=2 ");
        step.setEnvironment("MODE=hot\nTOKEN=over");
        step.setBake("30s");
        step.setDrainLimit("20s");
        step.setDrainMinimum("1s");
        step.setKeep(0);
        step.setLockWait("1m");
        step.setAcceptGap(true);
        step.setPort(3000);
        PreSwitch before = new PreSwitch("migrate 'a b'");
        before.setOneOff(true);
        before.setLimit("2m");
        step.setPreSwitch(before);
        Metering metering = new Metering("http://localhost:81/");
        metering.setRate(20);
        step.setMetering(metering);
        step.setContainer(container());
        Deployment deployment = describe();
        assertThat(deployment.source())
                .isEqualTo(new Source.Build("/ws/sub", "D", Optional.of("run"), Map.of("A", "1", "B", "2")));
        assertThat(deployment.environment())
                .containsOnly(Map.entry("MODE", Secret.of("hot")), Map.entry("TOKEN", Secret.of("over")));
        assertThat(List.of(
                        deployment.bake(),
                        deployment.drain().limit(),
                        deployment.drain().minimum()))
                .containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ofSeconds(1));
        assertThat(deployment.keep()).isZero();
        assertThat(deployment.lockWait()).isEqualTo(Duration.ofMinutes(1));
        assertThat(deployment.acceptGap()).isTrue();
        assertThat(deployment.preSwitch().orElseThrow().command()).containsExactly("migrate", "a b");
        assertThat(deployment.preSwitch().orElseThrow().oneOff()).isTrue();
        assertThat(deployment.metering().orElseThrow().perSecond()).isEqualTo(20.0);
        assertThat(deployment.run().volumes()).containsExactly("data:/data", "/ws/conf:/conf:ro");
        assertThat(deployment.run().memory()).contains("512m");
        assertThat(deployment.run().labels()).containsEntry("team", "shop");
        assertThat(deployment.run().readOnly()).isTrue();
        assertThat(deployment.run().stopGrace()).isEqualTo(Duration.ofSeconds(5));
        assertThat(deployment.run().extra()).containsExactly("--shm-size=1g");
    }

    private static ContainerOptions container() {
        ContainerOptions container = new ContainerOptions();
        container.setVolumes("data:/data\n./conf:/conf:ro");
        container.setMemory("512m");
        container.setLabels("team=shop");
        container.setReadOnly(true);
        container.setStopGrace("5s");
        container.setOptions("--shm-size=1g");
        return container;
    }

    @Test
    void buildVariablesAreExpandedInEveryText() throws Exception {
        step.setVersion("$X");
        step.setImage("$X");
        step.setNetwork("$X");
        step.setHealth("/$X");
        step.setEnvironment("A=$X");
        step.setRouter(new NginxRouter("$X"));
        Deployment deployment = describe();
        assertThat(deployment.version()).isEqualTo("expanded");
        assertThat(deployment.network()).isEqualTo("expanded");
        assertThat(deployment.source()).isEqualTo(new Source.Ready("expanded"));
        assertThat(deployment.liveness().check().describe()).startsWith("GET /expanded");
        assertThat(deployment.environment()).containsEntry("A", Secret.of("expanded"));
        assertThat(KnownRouter.of(deployment.routing())).isEqualTo(new Nginx("expanded", Optional.empty()));
    }

    @Test
    void readinessCanBeAskedInEveryWay() throws Exception {
        HttpHealth http = new HttpHealth("/up");
        http.setStatus("204");
        http.setHeaders("Accept: text/plain");
        http.setDeadline("2m");
        step.setCheck(http);
        assertThat(describe().liveness().check().describe()).startsWith("GET /up");
        assertThat(describe().liveness().deadline()).isEqualTo(Duration.ofMinutes(2));
        step.setCheck(new TcpHealth());
        assertThat(describe().liveness().check().describe()).containsIgnoringCase("tcp");
        step.setCheck(new ExecHealth("test -f /ready"));
        assertThat(describe().liveness().check().describe()).contains("test");
        step.setCheck(new ImageHealth());
        assertThat(describe().liveness().check().describe()).contains("health");
    }

    @Test
    void aPathAndAnotherCheckRuleEachOtherOut() {
        step.setHealth("/up");
        step.setCheck(new TcpHealth());
        refuses("'health'", "'check'", "only one");
        step.setCheck(new HttpHealth("/other"));
        refuses("'health'", "'check.path'", "only one");
    }

    @Test
    void theRouterIsTheJobsElseTheOneSetForThisJenkins() throws Exception {
        usual = new PortRouter(8080);
        assertThat(KnownRouter.of(describe().routing())).isEqualTo(new PublishedPort(8080, Optional.empty(), false));
        step.setRouter(new NginxRouter("edge"));
        assertThat(KnownRouter.of(describe().routing())).isEqualTo(new Nginx("edge", Optional.empty()));
    }

    @Test
    void proxyManagerIsReachedAsSetForThisJenkinsAndLoggedInToWithCredentials() throws Exception {
        step.setRouter(new NpmRouter("orders.example.com"));
        ProxyManager routing = (ProxyManager) KnownRouter.of(describe().routing());
        assertThat(login).contains("npm-login");
        assertThat(routing.toString())
                .contains("http://npm:81/api", "ops@example.com")
                .doesNotContain("sesame");
    }

    @Test
    void aFieldThatWasLeftEmptyIsOneThatWasNotGiven() throws Exception {
        step.setNetwork(" ");
        step.setImage("");
        step.setEnv("");
        step.setRouter(new UsualRouter());
        step.setCheck(new UsualHealth());
        assertThat(step.getNetwork()).isNull();
        assertThat(step.getEnv()).isNull();
        assertThat(step.getRouter()).isNull();
        assertThat(step.getCheck()).isNull();
        assertThat(describe().network()).isEqualTo("house");
    }

    @Test
    void anEmptiedNumberIsTheDefault() throws Exception {
        step.setPort(null);
        step.setKeep(null);
        assertThat(describe().port()).isEqualTo(80);
        assertThat(describe().keep()).isEqualTo(5);
        step.setRouter(new PortRouter(null));
        refuses("The field 'router.publish' is empty");
    }

    @Test
    void aContextOutsideTheWorkspaceIsRefusedWithASentence() {
        step.setContext("../other");
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(this::describe)
                .withMessageContaining("'../other'");
    }

    @Test
    void aDockerfileOutsideTheWorkspaceIsRefusedWithASentence() {
        for (String outside : List.of("../Dockerfile", "/etc/passwd")) {
            step.setDockerfile(outside);
            assertThatExceptionOfType(AbortException.class)
                    .isThrownBy(this::describe)
                    .withMessageContaining("'" + outside + "'");
        }
    }

    @Test
    void whatIsRefusedIsCalledByItsField() {
        step.setHealth("health");
        refuses("The field 'health'", "slash");
        step.setHealth(null);
        step.setPort(0);
        refuses("The field 'port'", "from 1 to 65535");
        step.setPort(80);
        step.setBake("soon");
        refuses("The field 'bake'", "500ms");
        step.setBake(null);
        step.setImage("shop/orders");
        step.setContext(".");
        refuses("'image'", "'context'");
    }

    @Test
    void aCommitThatOnlyGitKnowsIsInTheVersionsNameToo() {
        BuildName unknown = new BuildName("shop/orders #7", 7, Optional.empty());
        assertThat(unknown.version()).isEqualTo("7");
        assertThat(unknown.at(Optional.of("9f8e7d6c5b4a")).version()).isEqualTo("7-9f8e7d6");
    }

    @Test
    void anAppThatIsNotNamedIsAskedFor() {
        step = new BlueGreenDeployStep(null);
        assertThatThrownBy(this::describe).hasMessage("The field 'app' is empty: it needs the app's name.");
    }

    @Test
    void twoThatRuleEachOtherOutAreToldInOneSentence() {
        step.setImage("shop/orders");
        step.setBuildArgs("A=1");
        refuses("The field 'buildArgs' goes with a build, but the field 'image' with a ready image");
    }

    @Test
    void aNumberThatIsTooSmallIsToldItsRange() {
        step.setKeep(-1);
        refuses("The field 'keep' must be a whole number from 0 to 1000, but '-1' was given.");
    }

    @Test
    void aRegistrysAddressIsHeldToItsRuleWithoutALogInToo() {
        step.setRegistry("-x");
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(this::describe)
                .withMessageContaining("The field 'registry' holds '-x'");
    }

    private void refuses(String... parts) {
        assertThatThrownBy(this::describe).isInstanceOf(SettingsException.class).hasMessageContainingAll(parts);
    }

    private Deployment describe() throws AbortException, InterruptedException {
        FieldLayer layer = new FieldLayer(text -> text.replace("$X", "expanded"), "/ws", PROXY_MANAGER);
        Description description =
                new Description(step, layer, "/ws", new DefaultValues("house", 5, usual, PROXY_MANAGER)).collect();
        login = layer.login();
        Optional<Login> user = login.map(id -> new Login("ops@example.com", Secret.of("sesame")));
        Surroundings around = new Surroundings(
                Path.of("/ws"), Map.of("BLUEGREEN_NPM_SECRET", "sesame"), new LocalHost(), Clock.systemUTC());
        return new SettingsReader(description.settings(BUILD, Map.of("TOKEN", "t"), user), around).deployment();
    }
}
