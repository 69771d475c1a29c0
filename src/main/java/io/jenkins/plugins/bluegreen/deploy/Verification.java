package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.host.HttpAnswer;
import io.jenkins.plugins.bluegreen.host.HttpCall;
import io.jenkins.plugins.bluegreen.liveness.Check;
import io.jenkins.plugins.bluegreen.traffic.Backend;
import io.jenkins.plugins.bluegreen.traffic.Router;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether the switch has had its effect, seen from where users are. */
final class Verification {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int GOOD_IN_A_ROW = 3;
    private static final List<Integer> ASKS_WHO = List.of(401, 403);

    private final Docker docker;
    private final Terms terms;
    private final Router router;
    private final OptionalInt before;
    private final Optional<String> previous;

    /**
     * @param before the status that the metered address gave before the switch; empty where it isn't known
     * @param previous the version that was live before
     */
    Verification(Docker docker, Terms terms, Router router, OptionalInt before, Optional<String> previous) {
        this.docker = docker;
        this.terms = terms;
        this.router = router;
        this.before = before;
        this.previous = previous;
    }

    String check(Backend live, Check.Target target, String version) throws InterruptedException {
        Optional<String> current = router.current();
        if (current.isPresent() && !current.get().equals(live.toString())) {
            throw new DeploymentException(
                    router.describe() + " doesn't send to the new version.",
                    "expected " + live + ", saw " + current.get(),
                    "",
                    "Is another program changing its configuration?");
        }
        return terms.metering().isPresent() ? throughProxy(terms.metering().get(), version) : directly(target);
    }

    private String directly(Check.Target target) throws InterruptedException {
        Check.Answer answer =
                terms.liveness().check().ask(docker, target, terms.liveness().timeout());
        if (!answer.good()) {
            throw new DeploymentException(
                    "The new version stopped answering well as soon as it got traffic.",
                    "checked by " + terms.liveness().check().describe() + "; saw " + answer.seen(),
                    "",
                    "Read its log.");
        }
        return "the new version answers (name a metered URL to have the way through the proxy checked too)";
    }

    private String throughProxy(Metering metering, String version) throws InterruptedException {
        long start = System.nanoTime();
        int good = 0;
        String seen = "nothing";
        while (good < GOOD_IN_A_ROW) {
            try {
                HttpAnswer answer = docker.host().call(HttpCall.get(metering.url(), ANSWER));
                Optional<String> from = answer.header(metering.versionHeader());
                seen = "status " + answer.status()
                        + from.map(it -> " from " + it).orElse("");
                good = isGood(answer.status()) && !isOld(from, version) ? good + 1 : 0;
            } catch (IOException e) {
                seen = "no answer (" + e.getMessage() + ")";
                good = 0;
            }
            if (good < GOOD_IN_A_ROW) {
                if (System.nanoTime() - start > DEADLINE.toNanos()) {
                    throw new DeploymentException(
                            "Version " + version + " doesn't answer through the proxy.",
                            "expected version " + version + " at " + metering.shown() + " with " + goodStatus()
                                    + "; saw " + seen,
                            "",
                            "Check that the proxy's host for this address leads to this app, and that the app answers"
                                    + " well there.");
                }
                Thread.sleep(good == 0 ? PAUSE.toMillis() : 0);
            }
        }
        return metering.shown() + ": " + seen;
    }

    /** A log-in in front of the app is no fault of its; nor is an address that has always answered so. */
    private boolean isGood(int status) {
        return status < 400 || ASKS_WHO.contains(status) || (status < 500 && before.equals(OptionalInt.of(status)));
    }

    /** Where nothing keeps addresses, the old version can't answer any more unless the router leads elsewhere. */
    private boolean isOld(Optional<String> from, String version) {
        return router.afterglow().isZero()
                && from.isPresent()
                && from.equals(previous)
                && !from.get().equals(version);
    }

    private String goodStatus() {
        boolean asBefore = before.isPresent() && before.getAsInt() >= 400 && isGood(before.getAsInt());
        return "a status below 400, or a log-in's (" + ASKS_WHO.get(0) + " or " + ASKS_WHO.get(1) + ")"
                + (asBefore ? ", or " + before.getAsInt() + " as before" : "");
    }
}
