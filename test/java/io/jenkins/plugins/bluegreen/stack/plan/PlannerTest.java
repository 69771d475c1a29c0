package io.jenkins.plugins.bluegreen.stack.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.stack.compose.ComposeFile;
import io.jenkins.plugins.bluegreen.stack.description.Description;
import io.jenkins.plugins.bluegreen.stack.plan.Seen.Published;
import io.jenkins.plugins.bluegreen.stack.service.Catalogue;
import io.jenkins.plugins.bluegreen.stack.service.Memory;
import io.jenkins.plugins.bluegreen.stack.service.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final String ID = "sha256:0123456789abcdef";

    private final Service mysql = Catalogue.service("mysql").orElseThrow();
    private final Service proxy = Catalogue.service("proxy").orElseThrow();
    private final Description described = new Description("sky", "net", List.of(mysql, proxy), Map.of());
    private final List<Seen> containers = new ArrayList<>();
    private Optional<String> driver = Optional.of("bridge");
    private Set<String> volumes = Set.of();

    private Plan plan() {
        return plan(described);
    }

    private Plan plan(Description description) {
        Map<String, String> images = Map.of(mysql.image(), ID, proxy.image(), ID);
        return new Planner(description, new Observation(containers, driver, volumes, images)).plan();
    }

    private Step mysqlStep() {
        return plan().steps().get(0);
    }

    /** As Compose makes it from the description. */
    private Seen made(Service service) {
        return new Seen(
                "1",
                "sky-" + service.name(),
                "sky",
                service.name(),
                Optional.of(new ComposeFile(described).definition(service).toString()),
                "running",
                Optional.of("healthy"),
                ID,
                service.memory().bytes(),
                service.pids(),
                "unless-stopped",
                Map.of("net", List.of(service.name(), "0123")),
                List.of());
    }

    private static Seen with(Seen seen, String status, String health, String image, long memory, String restart) {
        return new Seen(
                seen.id(),
                seen.name(),
                seen.project(),
                seen.service(),
                seen.definition(),
                status,
                Optional.of(health),
                image,
                memory,
                seen.pids(),
                restart,
                seen.networks(),
                seen.ports());
    }

    private static Seen on(Seen seen, Map<String, List<String>> networks) {
        return new Seen(
                seen.id(),
                seen.name(),
                seen.project(),
                seen.service(),
                seen.definition(),
                seen.status(),
                seen.health(),
                seen.imageId(),
                seen.memory(),
                seen.pids(),
                seen.restart(),
                networks,
                seen.ports());
    }

    private static Seen stranger(String name, String status, Published... ports) {
        return new Seen(
                "9",
                name,
                "",
                "",
                Optional.empty(),
                status,
                Optional.empty(),
                ID,
                0,
                0,
                "no",
                Map.of(),
                List.of(ports));
    }

    @Test
    void onAnEmptyHostEverythingIsMade() {
        driver = Optional.empty();

        Plan plan = plan();

        assertThat(plan.network()).contains("net");
        assertThat(plan.of(Action.CREATE)).hasSize(2);
        assertThat(mysqlStep().why())
                .containsExactly("image mysql:8.4", "volume sky-mysql-data, new", "secret root-password, generated");
        assertThat(plan.unchanged()).isFalse();
        assertThat(plan.blocked()).isFalse();
    }

    @Test
    void dataThatIsThereIsToldAsSuch() {
        volumes = Set.of("sky-mysql-data", "sky-mysql-secrets");
        assertThat(mysqlStep().why())
                .contains(
                        "volume sky-mysql-data, with the data that it has",
                        "secret root-password, which is there already");
    }

    @Test
    void whatIsAsDescribedIsLeft() {
        containers.addAll(List.of(made(mysql), made(proxy)));

        assertThat(plan().unchanged()).isTrue();
        assertThat(plan().of(Action.LEAVE)).hasSize(2);
    }

    @Test
    void aChangedDescriptionIsShownLineByLine() {
        containers.addAll(List.of(made(mysql), made(proxy)));
        Service other = mysql.withVersion("9.7").within(new Memory(2L << 30), 1000, mysql.startLimit());

        Plan plan = plan(new Description("sky", "net", List.of(other, proxy), Map.of()));

        assertThat(plan.of(Action.CHANGE)).hasSize(1);
        assertThat(plan.of(Action.CHANGE).get(0).why())
                .containsExactly("image: mysql:8.4 → mysql:9.7", "mem_limit: 1g → 2g");
    }

    @Test
    void whatSomebodyChangedByHandIsShown() {
        Seen seen = made(mysql);
        containers.add(with(seen, "running", "healthy", "sha256:feed", 64 << 20, "no"));
        assertThat(mysqlStep().action()).isEqualTo(Action.CHANGE);
        assertThat(mysqlStep().why())
                .containsExactly(
                        "memory limit: 64m → 1g",
                        "restart policy: no → unless-stopped",
                        "image mysql:8.4: feed → 0123456789ab");

        containers.set(0, on(seen, Map.of("other", List.of())));
        assertThat(mysqlStep().why()).containsExactly("it isn't on the network net", "it is on the network other too");

        containers.set(0, on(seen, Map.of("net", List.of("db"))));
        assertThat(mysqlStep().why()).containsExactly("it isn't called mysql on the network net");
    }

    @Test
    void whatHasDiedIsRestarted() {
        Seen seen = made(mysql);
        containers.add(with(seen, "exited", "unhealthy", ID, mysql.memory().bytes(), "unless-stopped"));
        assertThat(mysqlStep()).isEqualTo(new Step(mysql, Action.RESTART, List.of("it is exited")));

        containers.set(0, with(seen, "running", "unhealthy", ID, mysql.memory().bytes(), "unless-stopped"));
        assertThat(mysqlStep()).isEqualTo(new Step(mysql, Action.RESTART, List.of("it is unhealthy")));
    }

    @Test
    void aStrangerWithAServicesNameBlocksThatServiceOnly() {
        containers.addAll(List.of(stranger("sky-mysql", "exited"), made(proxy)));

        assertThat(mysqlStep().action()).isEqualTo(Action.BLOCKED);
        assertThat(mysqlStep().why().get(0)).contains("The container sky-mysql has this service's name");
        assertThat(plan().of(Action.LEAVE)).hasSize(1);
        assertThat(plan().blocked()).isTrue();
    }

    @Test
    void aPortThatSomebodyElsePublishesBlocksTheProxy() {
        containers.add(stranger("web", "running", new Published("", 443)));
        assertThat(plan().of(Action.BLOCKED).get(0).why().get(0))
                .contains("The container web publishes the port 443 already");

        containers.set(0, stranger("web", "running", new Published("127.0.0.1", 80)));
        assertThat(plan().of(Action.BLOCKED)).hasSize(1);
        containers.set(0, stranger("web", "running", new Published("10.0.0.1", 81)));
        assertThat(plan().of(Action.BLOCKED)).isEmpty();
        containers.set(0, stranger("web", "exited", new Published("", 80)));
        assertThat(plan().of(Action.BLOCKED)).isEmpty();
    }

    @Test
    void aNetworkOfAnotherDriverStopsEverything() {
        driver = Optional.of("macvlan");
        assertThat(plan().obstacle().orElseThrow()).contains("has the driver macvlan, not bridge");
        assertThat(plan().blocked()).isTrue();
    }

    @Test
    void aServiceThatIsNotDescribedAnyMoreIsLeftAndTold() {
        containers.addAll(List.of(
                made(mysql), made(proxy), made(Catalogue.service("jenkins").orElseThrow())));
        assertThat(plan().undescribed()).containsExactly("sky-jenkins");
        assertThat(plan().unchanged()).isTrue();
    }
}
