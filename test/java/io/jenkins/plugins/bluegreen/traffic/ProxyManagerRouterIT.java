package io.jenkins.plugins.bluegreen.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.bluegreen.fixture.Await;
import io.jenkins.plugins.bluegreen.fixture.FakeProxyManager;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.host.HttpCall;
import io.jenkins.plugins.bluegreen.host.LocalHost;
import io.jenkins.plugins.bluegreen.meter.Meter;
import io.jenkins.plugins.bluegreen.meter.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyManagerRouterIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    @TempDir
    Path directory;

    private ProxyManagerStage stage;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        stage = new ProxyManagerStage(sandbox, directory);
        await("blue");
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void losesNoRequestWhenSwitchedTenTimesBackAndForth(boolean knowsContainer) throws InterruptedException {
        Router router = stage.router(knowsContainer);
        router.preflight(stage.network());
        List<Long> millis = new ArrayList<>();
        Meter load = stage.load();
        try {
            Await.until(LIMIT, "100 answers", () -> answersAfter(load, 0).size() >= 100);
            for (int turn = 0; turn < 10; turn++) {
                Backend to = turn % 2 == 0 ? stage.green() : stage.blue();
                Backend from = turn % 2 == 0 ? stage.blue() : stage.green();
                long begun = System.nanoTime();
                router.route(to, Optional.empty());
                millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
                assertThat(router.current()).contains(to.toString());
                assertThat(router.awaitLeft(from, LIMIT)).isTrue();
                Thread.sleep(router.afterglow().toMillis());
                long left = load.elapsedMillis();
                Await.until(LIMIT, "50 answers", () -> answersAfter(load, left).size() >= 50);
                assertThat(answersAfter(load, left)).containsOnly(version(to));
            }
        } finally {
            load.close();
        }
        assertThat(losses(load)).isEmpty();
        assertThat(load.samples()).extracting(Sample::version).containsOnly("blue", "green");
        System.out.println("route() in ms, container " + (knowsContainer ? "known: " : "unknown: ") + millis);
    }

    @Test
    void putsTheOldVersionBackWhenNginxRefusesTheSwitch() throws InterruptedException {
        stage.fake().faults().writeBadConfiguration(1);
        Router router = stage.router(true);

        assertThatThrownBy(() -> router.route(stage.green(), Optional.empty()))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("unknown directive \"no_such_directive\"")
                .hasMessageContaining("It was put back: it forwards to orders-blue:3000 as before");

        await("blue");
        assertThat(router.current()).contains("orders-blue:3000");
        router.route(stage.green(), Optional.empty());
        await("green");
    }

    @Test
    void goesThroughWhenTheInterfaceFailsNowAndThen() throws InterruptedException {
        Router router = stage.router(true);
        router.preflight(stage.network());
        stage.fake().faults().answerErrors(2);

        router.route(stage.green(), Optional.empty());

        await("green");
    }

    @Test
    void repeatsASaveThatWasStoredButNeverReachedNginx() throws InterruptedException {
        stage.fake().faults().saveHalf(1);

        stage.router(true).route(stage.green(), Optional.empty());

        await("green");
    }

    @Test
    void putsBackASaveThatKeepsFailingHalfWay() throws InterruptedException {
        stage.fake().faults().saveHalf(8);
        Router router = stage.router(true);

        assertThatThrownBy(() -> router.route(stage.green(), Optional.empty()))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("with 500: Internal Error")
                .hasMessageContaining("It was put back");

        assertThat(router.current()).contains("orders-blue:3000");
        await("blue");
    }

    @Test
    void waitsForAReloadThatComesLate() throws InterruptedException {
        stage.fake().faults().delayReload(Duration.ofMillis(1500));

        stage.router(true).route(stage.green(), Optional.empty());

        assertThat(answer()).isEqualTo("green");
    }

    @Test
    void waitsUntilItIsKnownWhetherNginxRunsWithTheSwitch() throws InterruptedException {
        stage.fake().faults().delayMeta(Duration.ofMillis(1500));
        stage.fake().faults().writeBadConfiguration(1);

        assertThatThrownBy(() -> stage.router(false).route(stage.green(), Optional.empty()))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("no_such_directive");

        await("blue");
    }

    @Test
    void putsBackAProtectionThatWentAwayWithTheSwitch() throws InterruptedException {
        stage.fake().edit(stage.host(), fields().put("access_list_id", 7));
        stage.fake().faults().changeBesides(fields().put("access_list_id", 0));
        Router router = stage.router(true);

        assertThatThrownBy(() -> router.route(stage.green(), Optional.empty()))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("access_list_id 7 -> 0")
                .hasMessageContaining("It was put back");

        assertThat(stage.fake().host(stage.host()).path("access_list_id").asInt())
                .isEqualTo(7);
        await("blue");
    }

    @Test
    void logsInAgainWhenItsTokenHasBecomeTooOldOrUnreadable() throws InterruptedException {
        Router router = stage.router(true);
        assertThat(router.current()).contains("orders-blue:3000");

        stage.fake().expireTokens();
        assertThat(router.current()).contains("orders-blue:3000");
        stage.fake().forgetTokens();
        assertThat(router.current()).contains("orders-blue:3000");
    }

    @Test
    void refusesAWrongPasswordWithoutShowingIt() {
        Router router = stage.routing("hunter2-hunter2", ProxyManagerStage.DOMAIN, Optional.empty())
                .open(stage.docker(), "orders");

        assertThatThrownBy(() -> router.preflight(stage.network()))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("does not let 'deploy@example.com' in (400)")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void refusesAnUnknownDomainAndListsThoseThereAre() {
        Router router = stage.routing(FakeProxyManager.SECRET, "order.example.com", Optional.empty())
                .open(stage.docker(), "orders");

        assertThatThrownBy(() -> router.preflight(stage.network()))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("No proxy host of NGINX Proxy Manager serves 'order.example.com'")
                .hasMessageContaining("orders.example.com");
    }

    @Test
    void saysThatNobodyAnswersWhenItIsDown() {
        stage.fake().close();

        assertThatThrownBy(() -> stage.router(false).preflight(stage.network()))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("did not answer 'GET /' in 4 attempts")
                .hasMessageContaining("Check that it runs");
    }

    @Test
    void refusesAProxyThatIsNotOnTheAppsNetwork() {
        assertThatThrownBy(() -> stage.router(true).preflight("bridge"))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("is not on the network 'bridge'")
                .hasMessageContaining("docker network connect bridge " + stage.container());
    }

    private static ObjectNode fields() {
        return JSON.createObjectNode();
    }

    private static String version(Backend backend) {
        return backend.host().replace("orders-", "");
    }

    private static List<String> answersAfter(Meter load, long millis) {
        return load.samples().stream()
                .filter(sample -> sample.startMillis() > millis)
                .filter(sample -> !sample.lost())
                .map(Sample::version)
                .toList();
    }

    /** Why requests were lost, and how many for that reason. */
    private static Map<String, Long> losses(Meter load) {
        return load.samples().stream()
                .filter(Sample::lost)
                .collect(Collectors.groupingBy(
                        sample -> sample.lane() + ": " + sample.fault(), TreeMap::new, Collectors.counting()));
    }

    private String answer() throws InterruptedException {
        try {
            return new LocalHost()
                    .call(HttpCall.get(stage.url("/"), LIMIT))
                    .header("X-Version")
                    .orElse("no version");
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void await(String version) throws InterruptedException {
        Await.until(LIMIT, "'" + version + "' answers", () -> answer().equals(version));
    }
}
