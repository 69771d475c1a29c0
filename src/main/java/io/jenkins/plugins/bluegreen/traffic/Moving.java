package io.jenkins.plugins.bluegreen.traffic;

import io.jenkins.plugins.bluegreen.docker.Docker;
import java.util.OptionalInt;

/**
 * An app that moves from one router to another. Users don't move with it at once, so the one that it was behind until now
 * is switched too, for the last time.
 *
 * @param from the router that the live version is behind
 * @param to the one that it will be behind from now on
 * @param acceptGap whether to go on where the first can't be switched any more
 */
public record Moving(Routing from, Routing to, boolean acceptGap) implements Routing {
    @Override
    public Router open(Docker docker, String app) {
        return new MovingRouter(from.open(docker, app), to.open(docker, app), acceptGap);
    }

    @Override
    public String door() {
        return to.door();
    }

    @Override
    public boolean leavesPortToUsers() {
        return from.leavesPortToUsers() || to.leavesPortToUsers();
    }

    @Override
    public OptionalInt hostPort() {
        return to.hostPort();
    }
}
