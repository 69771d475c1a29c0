package io.jenkins.plugins.bluegreen.settings;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.traffic.Moving;
import io.jenkins.plugins.bluegreen.traffic.Router;
import io.jenkins.plugins.bluegreen.traffic.Routing;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The router that an app is behind, by what has been set and by what its containers remember. As long as the app's lock is
 * another's, they may come to remember something else; {@link #now} then looks again.
 *
 * @param settings what is set, over what is remembered
 * @param remembered what the containers remembered when they were asked last
 * @param around what fills in the rest
 */
record RouterOfApp(Function<Remembered, Settings> settings, Remembered remembered, Surroundings around)
        implements Routing {

    @Override
    public RouterOfApp now(Docker docker, String app) throws InterruptedException {
        return new RouterOfApp(settings, Remembered.ofApp(docker, app), around);
    }

    @Override
    public Router open(Docker docker, String app) {
        return known().open(docker, app);
    }

    @Override
    public String door() {
        return known().door();
    }

    @Override
    public boolean leavesPortToUsers() {
        return known().leavesPortToUsers();
    }

    @Override
    public OptionalInt hostPort() {
        return known().hostPort();
    }

    @Override
    public Map<String, String> labels() {
        return Remembered.labels(settings.apply(remembered));
    }

    /** The router, or the move to it where that is another than until now. */
    Routing known() {
        Settings all = settings.apply(remembered);
        Routing wanted = read(all);
        Optional<Settings> until = remembered.until();
        if (until.isEmpty()) {
            return wanted;
        }
        Routing before = read(until.get());
        return before.door().equals(wanted.door()) ? wanted : new Moving(before, wanted, all.flag(Key.ACCEPT_GAP));
    }

    /** Not all that is around, which holds secrets. */
    @Override
    public String toString() {
        return known().toString();
    }

    private Routing read(Settings one) {
        return new RoutingReader(one, around.environment()).read();
    }
}
