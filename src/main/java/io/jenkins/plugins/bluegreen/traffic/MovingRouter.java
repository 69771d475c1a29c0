package io.jenkins.plugins.bluegreen.traffic;

import io.jenkins.plugins.bluegreen.docker.Container;
import java.time.Duration;
import java.util.Optional;

/** Switches two routers, the new one first. One that sends nowhere any more has no users, and is let be. */
final class MovingRouter implements Router {
    private final Router from;
    private final Router to;
    private final boolean acceptGap;
    private boolean abandoned;

    /** @param acceptGap whether to leave the first as it is where it can't be switched */
    MovingRouter(Router from, Router to, boolean acceptGap) {
        this.from = from;
        this.to = to;
        this.acceptGap = acceptGap;
    }

    @Override
    public String describe() {
        return to.describe() + " (until now " + from.describe() + ")";
    }

    @Override
    public void preflight(String network) throws InterruptedException {
        to.preflight(network);
        try {
            if (isUsed()) {
                from.preflight(network);
            }
        } catch (RouterException e) {
            if (acceptGap) {
                abandoned = true;
                return;
            }
            throw new RouterException(
                    "The live version is behind " + from.describe()
                            + ", which would have to be switched once more, so that"
                            + " nobody who still comes that way is lost, and can't be: " + e.getMessage()
                            + " Mend that; or, where nobody comes that way any more, accept the gap (--accept-gap, in Jenkins 'acceptGap').",
                    e);
        }
    }

    @Override
    public Optional<String> missing() throws InterruptedException {
        return to.missing();
    }

    @Override
    public void fetch() throws InterruptedException {
        to.fetch();
    }

    private boolean isUsed() throws InterruptedException {
        try {
            return !abandoned && from.current().isPresent();
        } catch (RouterException e) {
            if (!acceptGap) {
                throw e;
            }
            abandoned = true;
            return false;
        }
    }

    @Override
    public Optional<String> caution() {
        if (abandoned) {
            return Optional.of("The app moves from " + from.describe() + " to " + to.describe() + ". The first can't be"
                    + " switched once more, which was accepted: whoever still comes that way is lost.");
        }
        return Optional.of("The app moves from " + from.describe() + " to " + to.describe()
                + ". Both are switched, this once. Take the first out of use before the next deployment, which won't"
                + " know of it.");
    }

    @Override
    public Optional<String> current() throws InterruptedException {
        return to.current();
    }

    @Override
    public boolean sendsTo(Backend backend) throws InterruptedException {
        return to.sendsTo(backend) || (isUsed() && from.sendsTo(backend));
    }

    @Override
    public void route(Backend live, Optional<Backend> standby) throws InterruptedException {
        to.route(live, standby);
        if (isUsed()) {
            from.route(live, standby);
        }
    }

    @Override
    public boolean rivals(Container container) {
        return to.rivals(container);
    }

    @Override
    public void makeWayFor(Container rival) throws InterruptedException {
        to.makeWayFor(rival);
    }

    @Override
    public void withdraw() throws InterruptedException {
        to.withdraw();
        if (isUsed()) {
            from.withdraw();
        }
    }

    @Override
    public boolean awaitLeft(Backend left, Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        boolean leftNew = to.awaitLeft(left, limit);
        Duration rest = limit.minusNanos(System.nanoTime() - start);
        return (abandoned || from.awaitLeft(left, rest.isNegative() ? Duration.ZERO : rest)) && leftNew;
    }

    @Override
    public String stragglers() {
        return to.stragglers() + " or " + from.stragglers();
    }

    @Override
    public Duration afterglow() {
        return from.afterglow().compareTo(to.afterglow()) > 0 ? from.afterglow() : to.afterglow();
    }
}
