package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.host.HttpAnswer;
import io.jenkins.plugins.bluegreen.host.HttpCall;
import io.jenkins.plugins.bluegreen.liveness.Check;
import io.jenkins.plugins.bluegreen.traffic.Backend;
import io.jenkins.plugins.bluegreen.traffic.Router;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Whether the switch has had its effect, seen from where users are. */
final class Verification {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int GOOD_IN_A_ROW = 3;

    private final Docker docker;
    private final Terms terms;
    private final Router router;

    Verification(Docker docker, Terms terms, Router router) {
        this.docker = docker;
        this.terms = terms;
        this.router = router;
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
                    "expected " + terms.liveness().check().describe() + ", saw " + answer.seen(),
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
                seen = "status " + answer.status()
                        + answer.header(metering.versionHeader())
                                .map(it -> " from " + it)
                                .orElse("");
                good = answer.status() < 500 ? good + 1 : 0;
            } catch (IOException e) {
                seen = "no answer (" + e.getMessage() + ")";
                good = 0;
            }
            if (good < GOOD_IN_A_ROW) {
                if (System.nanoTime() - start > DEADLINE.toNanos()) {
                    throw new DeploymentException(
                            "Version " + version + " doesn't answer through the proxy.",
                            "expected a status below 500 from " + metering.shown() + ", saw " + seen,
                            "",
                            "Check that the proxy's host for this address leads to this app.");
                }
                Thread.sleep(good == 0 ? PAUSE.toMillis() : 0);
            }
        }
        return metering.shown() + ": " + seen;
    }
}
