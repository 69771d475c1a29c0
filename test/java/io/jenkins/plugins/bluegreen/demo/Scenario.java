package io.jenkins.plugins.bluegreen.demo;

import io.jenkins.plugins.bluegreen.deploy.Phase;
import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.deploy.Report.Outcome;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.ForkedJvm;
import io.jenkins.plugins.bluegreen.fixture.Load;
import io.jenkins.plugins.bluegreen.meter.Reading;
import io.jenkins.plugins.bluegreen.report.Act;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The acts, in their order ({@link #play}). Users make requests from the end of the first one to the end of the last. */
final class Scenario implements AutoCloseable {
    /** Requests a second on kept connections, and as many on new ones. */
    static final int PER_SECOND = 50;

    private static final Duration SLOW = Duration.ofMillis(1500);
    private static final Duration BETWEEN_ACTS = Duration.ofSeconds(1);
    private static final Duration SOON_LOST = Duration.ofSeconds(6);
    private static final Duration CRASH = Duration.ofSeconds(12);
    private static final Duration LONG_BAKE = Duration.ofSeconds(30);
    private static final Duration FORK_LIMIT = Duration.ofSeconds(90);

    private final DemoApp app;
    private final Screen screen;
    private final List<Scene> scenes = new ArrayList<>();
    private Optional<Load> users = Optional.empty();

    Scenario(DemoApp app, Screen screen) {
        this.app = app;
        this.screen = screen;
    }

    /** Something that is done to the app; what it returns is its report. */
    @FunctionalInterface
    private interface Doing {
        Report run() throws InterruptedException;
    }

    /** Plays all acts, and returns what users saw of each. */
    List<Act> play() throws Exception {
        act("v1 goes live behind nginx", () -> deploy(AppVersion.of("v1")), deployed("v1"), "v1 is live");
        users = Optional.of(Load.on(app.edge().uri("/"), PER_SECOND, SLOW));
        Thread.sleep(BETWEEN_ACTS.toMillis());
        act("v2 is deployed", () -> deploy(AppVersion.of("v2")), deployed("v2"), "v2 is live");
        act(
                "v3 never gets ready",
                this::deployUnready,
                failed(Outcome.REFUSED, Phase.READY),
                "refused; v2 stayed live");
        act("v4 crashes during bake", this::deployCrashing, failed(Outcome.UNDONE, Phase.BAKE), "taken back to v2");
        act("rollback to v1", () -> app.rollback(screen::tell), rolledBack("v1"), "v1 is live again");
        killed("v5's deployer is killed amid the switch");
        act("v5 is deployed once more", () -> deploy(AppVersion.of("v5")), mended("v5"), "put right, and v5 is live");
        users.orElseThrow().end();
        return acts();
    }

    private Report deploy(AppVersion version) throws InterruptedException {
        return app.deploy(version, DemoApp.Pace.USUAL, app.sandbox().docker(), screen::tell);
    }

    private Report deployUnready() throws InterruptedException {
        AppVersion version = AppVersion.of("v3").unhealthyAfter(Duration.ZERO);
        DemoApp.Pace pace = new DemoApp.Pace(SOON_LOST, DemoApp.Pace.USUAL.bake());
        return app.deploy(version, pace, app.sandbox().docker(), screen::tell);
    }

    private Report deployCrashing() throws InterruptedException {
        AppVersion version = AppVersion.of("v4").crashingAfter(CRASH);
        DemoApp.Pace pace = new DemoApp.Pace(DemoApp.Pace.USUAL.deadline(), LONG_BAKE);
        return app.deploy(version, pace, app.sandbox().docker(), screen::tell);
    }

    private void act(String name, Doing doing, Predicate<Report> expected, String verdict) throws Exception {
        Optional<Long> from = begin(name);
        Report report = doing.run();
        if (report.outcome() == Outcome.CANCELLED || Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
        Optional<String> live = app.live();
        boolean good = expected.test(report) && live.equals(report.live());
        String ending = good ? verdict : "not as it should be: " + report.outcome() + ", live: " + live.orElse("none");
        end(new Scene(name, from, Optional.of(report), live, good, ending), why(report));
    }

    private static String why(Report report) {
        return report.failure()
                .map(failure -> failure.what() + (failure.seen().isEmpty() ? "" : " (" + failure.seen() + ")"))
                .orElse("");
    }

    /** The old version has given up the app's name and the new one doesn't bear it yet: nginx must not care. */
    private void killed(String name) throws Exception {
        Optional<Long> from = begin(name);
        String[] arguments = {app.sandbox().network(), app.edge().container(), "v5"};
        try (ForkedJvm deployer = ForkedJvm.start(StuckDeploy.class, arguments)) {
            deployer.awaitLine(StuckDeploy.THERE, FORK_LIMIT);
            screen.step("nginx sends to v5, the names are half swapped: SIGKILL");
            deployer.kill();
            deployer.await(FORK_LIMIT);
        }
        Thread.sleep(BETWEEN_ACTS.multipliedBy(2).toMillis()); // nobody is there to mend anything, and users go on
        Optional<String> live = app.live();
        List<String> left = app.sandbox().containers();
        boolean amid = !left.contains(app.name()) && left.contains(app.name() + "-draining");
        boolean good = amid && live.filter("v5"::equals).isPresent();
        String verdict = good ? "left half done; v5 answers" : "not as it should be: live: " + live.orElse("none");
        end(new Scene(name, from, Optional.empty(), live, good, verdict), "");
    }

    private Optional<Long> begin(String name) {
        screen.act(scenes.size() + 1, name);
        return users.map(Load::elapsedMillis);
    }

    private void end(Scene scene, String why) throws InterruptedException {
        scenes.add(scene);
        screen.ended(scene, why);
        Thread.sleep(BETWEEN_ACTS.toMillis());
    }

    private static Predicate<Report> deployed(String version) {
        return report -> report.outcome() == Outcome.DEPLOYED && is(report, version);
    }

    private static Predicate<Report> rolledBack(String version) {
        return report -> report.outcome() == Outcome.ROLLED_BACK_TO && is(report, version);
    }

    private static Predicate<Report> failed(Outcome outcome, Phase phase) {
        return report -> report.outcome() == outcome
                && report.failure().filter(it -> it.phase() == phase).isPresent()
                && is(report, "v2");
    }

    private static Predicate<Report> mended(String version) {
        return deployed(version).and(report -> report.phases().stream()
                .anyMatch(it -> it.phase() == Phase.RECOVER && !it.outcome().isEmpty()));
    }

    private static boolean is(Report report, String live) {
        return report.live().filter(live::equals).isPresent();
    }

    /** Each act lasts until the next one begins, so that no request falls between two. The first load belongs to act 2. */
    private List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        boolean first = true;
        for (int i = 0; i < scenes.size(); i++) {
            Scene scene = scenes.get(i);
            Optional<Reading> across = Optional.empty();
            if (scene.from().isPresent()) {
                long from = first ? 0 : scene.from().get();
                long to = i + 1 < scenes.size() ? scenes.get(i + 1).from().orElseThrow() : Long.MAX_VALUE;
                across = users.map(load -> load.between(from, to));
                first = false;
            }
            acts.add(scene.seen(across));
        }
        return acts;
    }

    @Override
    public void close() {
        users.ifPresent(Load::close);
    }
}
