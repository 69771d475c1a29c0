package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.traffic.Backend;
import io.jenkins.plugins.bluegreen.traffic.Router;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A router whose users take some asking to leave; keeps how long each time it was told to wait, and waits for none. */
final class FakeRouter implements Router {
    final List<Duration> waits = new ArrayList<>();
    private final int leavesAt;

    /** @param leavesAt at which time of asking it has left */
    FakeRouter(int leavesAt) {
        this.leavesAt = leavesAt;
    }

    @Override
    public String describe() {
        return "a fake";
    }

    @Override
    public void preflight(String network) {}

    @Override
    public Optional<String> current() {
        return Optional.empty();
    }

    @Override
    public void route(Backend live, Optional<Backend> standby) {}

    @Override
    public boolean awaitLeft(Backend left, Duration limit) {
        waits.add(limit);
        return waits.size() >= leavesAt;
    }

    @Override
    public String stragglers() {
        return "old workers of a fake";
    }

    @Override
    public Duration afterglow() {
        return Duration.ZERO;
    }
}
