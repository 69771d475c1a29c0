package io.jenkins.plugins.bluegreen.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.HostException;
import io.jenkins.plugins.bluegreen.host.HttpAnswer;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReadinessTest {
    private static final Check.Target TARGET = new Check.Target("c0ffee", "172.18.0.5", 3000);
    private static final Duration FOREVER = Duration.ofHours(1);
    private static final FakeHost.Web REFUSES = (attempt, call) -> {
        throw new ConnectException();
    };
    private static final FakeHost.Web HANGS = (attempt, call) -> {
        new CountDownLatch(1).await();
        throw new AssertionError();
    };

    private final FakeHost host = new FakeHost();
    private final List<Check.Answer> heard = new ArrayList<>();

    @Test
    void isReadyAfterAsManyGoodAnswersInARowAsAreNeeded() throws InterruptedException {
        host.answers((attempt, call) -> status(attempt == 2 || attempt >= 4 ? 200 : 500));

        await(liveness(Duration.ofMillis(1), FOREVER, 3, FOREVER));

        assertThat(heard).extracting(Check.Answer::good).containsExactly(false, true, false, true, true, true);
    }

    @Test
    void anImageWithoutAHealthCheckIsRefusedAtOnceWhereThatWasToBeHeard() {
        Liveness own = new Liveness(new HealthCheck(), Duration.ofMillis(1), FOREVER, 3, FOREVER);

        assertThatThrownBy(() -> await(own))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("declares no HEALTHCHECK");
        assertThat(heard).hasSize(1);
    }

    @Test
    void confirmsAtOnceRatherThanOneIntervalLaterEach() throws InterruptedException {
        long start = System.nanoTime();

        await(liveness(Duration.ofSeconds(5), FOREVER, 3, FOREVER));

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(95), Duration.ofMillis(4900));
    }

    @Test
    void asksAtTheIntervalAndNotFaster() throws InterruptedException {
        host.answers((attempt, call) -> status(attempt < 4 ? 500 : 200));
        long start = System.nanoTime();

        await(liveness(Duration.ofMillis(70), FOREVER, 1, FOREVER));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(210));
        assertThat(heard).hasSize(4);
    }

    @Test
    void tellsEveryAnswerWithItsNumberAndTime() throws InterruptedException {
        host.answers((attempt, call) -> status(attempt < 2 ? 503 : 200));
        List<String> told = new ArrayList<>();

        new Readiness(new Docker(host), liveness(Duration.ofMillis(1), FOREVER, 1, FOREVER))
                .await(TARGET, (attempt, answer, since) -> {
                    assertThat(since).isPositive();
                    told.add(attempt + " " + answer.seen());
                });

        assertThat(told).containsExactly("1 503", "2 200");
    }

    @Test
    void looksAtTheContainerOnceHoweverLongItTakes() throws InterruptedException {
        host.answers((attempt, call) -> status(attempt < 50 ? 500 : 200));

        await(liveness(Duration.ofMillis(1), FOREVER, 1, FOREVER));

        assertThat(host.inspections).hasValue(1);
        assertThat(host.waits).hasValue(1);
    }

    @Test
    void failsAtItsDeadlineWithWhatWasExpectedAndLastSeen() {
        host.answers(REFUSES);
        long start = System.nanoTime();

        NotReadyException failure = failure(liveness(Duration.ofMillis(40), FOREVER, 3, Duration.ofMillis(300)));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(failure).hasMessage("The container did not become ready within 300 ms.");
        assertThat(failure.reason()).isEqualTo(NotReadyException.Reason.DEADLINE);
        assertThat(failure.attempts()).isEqualTo(heard.size()).isBetween(2, 8);
        assertThat(failure.evidence())
                .isEqualTo("Asked " + heard.size()
                        + " times: GET /health, expecting 200-299. Last answer: connection refused.");
        assertThat(failure.exitCode()).isEmpty();
    }

    @Test
    void anAppThatNeverAnswersFailsAtTheDeadlineThoughItsTimeoutIsLonger() {
        host.answers(HANGS);
        long start = System.nanoTime();

        NotReadyException failure = failure(liveness(Duration.ofMillis(50), FOREVER, 1, Duration.ofMillis(300)));

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(300), Duration.ofSeconds(10));
        assertThat(failure.seen()).startsWith("no answer within ");
    }

    @Test
    void whatItAnsweredLastIsToldThoughItsTimeoutIsLongerThanTheDeadline() {
        host.answers((attempt, call) -> {
            if (attempt == 1) {
                throw new ConnectException("Connection refused");
            }
            return status(404);
        });

        NotReadyException failure = failure(liveness(Duration.ofMillis(5), FOREVER, 1, Duration.ofMillis(60)));

        assertThat(failure.seen()).isEqualTo("404");
    }

    @Test
    void watchingSaysThatTheContainerHasEndedThoughTheClientThatWaitsDoesNotKnowYet() {
        host.answers((attempt, call) -> {
            host.shows(FakeHost.container("exited", 0, 3, false, 1));
            throw new ConnectException("Connection refused");
        });

        NotReadyException failure = catchThrowableOfType(
                NotReadyException.class, () -> watch(liveness(Duration.ofMillis(1), FOREVER, 3, FOREVER), FOREVER));

        assertThat(failure.reason()).isEqualTo(NotReadyException.Reason.EXITED);
        assertThat(failure.exitCode()).contains(3);
    }

    @Test
    void aQuestionThatHangsIsGivenUpAtTheTimeoutAndAskedAnew() throws InterruptedException {
        host.answers((attempt, call) -> attempt < 3 ? HANGS.answer(attempt, call) : status(200));

        await(liveness(Duration.ofMillis(10), Duration.ofMillis(100), 1, FOREVER));

        assertThat(heard)
                .extracting(Check.Answer::seen)
                .containsExactly("no answer within 100 ms", "no answer within 100 ms", "200");
    }

    @Test
    void failsAtOnceWhenTheContainerEndsBetweenTwoQuestions() {
        host.answers((attempt, call) -> {
            host.ends(FakeHost.container("exited", 0, 137, true, 1), new CommandResult(0, "137\n", ""));
            return status(500);
        });

        NotReadyException failure = failure(liveness(FOREVER, FOREVER, 3, FOREVER));

        assertThat(failure.reason()).isEqualTo(NotReadyException.Reason.OUT_OF_MEMORY);
        assertThat(failure.exitCode()).contains(137);
        assertThat(failure)
                .hasMessageStartingWith("The container ran out of memory and was ended by the kernel (exit code 137)");
    }

    @Test
    void failsAtOnceWhenTheContainerEndsDuringAQuestionThatHangs() {
        host.answers((attempt, call) -> {
            host.ends(FakeHost.container("exited", 0, 3, false, 1), new CommandResult(0, "3\n", ""));
            return HANGS.answer(attempt, call);
        });

        NotReadyException failure = failure(liveness(FOREVER, FOREVER, 3, FOREVER));

        assertThat(failure.reason()).isEqualTo(NotReadyException.Reason.EXITED);
        assertThat(failure.exitCode()).contains(3);
        assertThat(failure).hasMessageStartingWith("The container ended with exit code 3 after ");
    }

    @Test
    void failsThoughTheLastAnswerWasGoodWhereTheContainerEndedWithIt() {
        host.answers((attempt, call) -> {
            host.ends(FakeHost.container("exited", 0, 0, false, 1), new CommandResult(0, "0\n", ""));
            return status(200);
        });

        assertThat(failure(liveness(FOREVER, FOREVER, 1, FOREVER)).reason()).isEqualTo(NotReadyException.Reason.EXITED);
    }

    @Test
    void failsAtOnceWhenDockerRestartsTheContainer() {
        host.answers((attempt, call) -> {
            host.ends(FakeHost.container("running", 1, 0, false, 2), new CommandResult(0, "5\n", ""));
            return status(500);
        });

        NotReadyException failure = failure(liveness(FOREVER, FOREVER, 3, FOREVER));

        assertThat(failure.reason()).isEqualTo(NotReadyException.Reason.RESTARTED);
        assertThat(failure)
                .hasMessageStartingWith("The container ended with exit code 5 and was started again by Docker after ");
    }

    @Test
    void failsBeforeAskingWhereTheContainerIsAlreadyDead() {
        host.shows(FakeHost.container("exited", 0, 1, false, 1));
        assertThat(failure(liveness(FOREVER, FOREVER, 3, FOREVER)).exitCode()).contains(1);
        host.shows(FakeHost.container("restarting", 4, 1, false, 1));
        assertThat(failure(liveness(FOREVER, FOREVER, 3, FOREVER)).reason())
                .isEqualTo(NotReadyException.Reason.RESTARTED);
        host.shows(FakeHost.container("running", 1, 0, false, 1));
        assertThat(failure(liveness(FOREVER, FOREVER, 3, FOREVER)).reason())
                .isEqualTo(NotReadyException.Reason.RESTARTED);
        host.shows(FakeHost.container("created", 0, 0, false, 1));
        assertThat(failure(liveness(FOREVER, FOREVER, 3, FOREVER))).hasMessageContaining("was never started");
        host.shows("");
        assertThat(failure(liveness(FOREVER, FOREVER, 3, FOREVER)).reason())
                .isEqualTo(NotReadyException.Reason.REMOVED);
        assertThat(heard).isEmpty();
    }

    @Test
    void goesOnWhereOnlyTheClientThatWaitsEnded() throws InterruptedException {
        host.answers((attempt, call) -> {
            if (attempt == 1) {
                host.waitBreaks();
            }
            return status(attempt < 3 ? 500 : 200);
        });

        await(liveness(Duration.ofMillis(1), FOREVER, 1, FOREVER));

        assertThat(host.waits).hasValue(2);
    }

    @Test
    void givesUpWhereTheContainerCannotBeWatched() {
        host.answers((attempt, call) -> {
            host.waitBreaks();
            return status(500);
        });

        assertThatThrownBy(() -> await(liveness(Duration.ofMillis(1), FOREVER, 1, FOREVER)))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("docker wait")
                .hasMessageContaining("unexpected EOF");
    }

    @Test
    void endsWhenItsThreadIsInterrupted() throws InterruptedException {
        AtomicBoolean ended = new AtomicBoolean();
        CountDownLatch asked = new CountDownLatch(1);
        host.answers((attempt, call) -> {
            asked.countDown();
            return HANGS.answer(attempt, call);
        });
        Thread waiting = new Thread(() -> {
            try {
                await(liveness(FOREVER, FOREVER, 1, FOREVER));
            } catch (InterruptedException e) {
                ended.set(true);
            }
        });
        waiting.start();
        asked.await();

        waiting.interrupt();
        waiting.join();

        assertThat(ended).isTrue();
    }

    @Test
    void watchingEndsQuietlyWhenTheTimeIsOverAndTheAppServes() throws InterruptedException {
        long start = System.nanoTime();

        watch(liveness(Duration.ofMillis(20), FOREVER, 3, FOREVER), Duration.ofMillis(200));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(heard).hasSizeBetween(2, 11).allMatch(Check.Answer::good);
    }

    @Test
    void watchingForgivesBadAnswersBetweenGoodOnes() throws InterruptedException {
        host.answers((attempt, call) -> status(attempt % 3 == 0 ? 200 : 500));

        watch(liveness(Duration.ofMillis(5), FOREVER, 3, FOREVER), Duration.ofMillis(200));

        assertThat(heard.get(heard.size() - 1).good()).isTrue();
    }

    @Test
    void watchingFailsAfterAsManyBadAnswersInARowAsGoodOnesWereNeeded() {
        host.answers((attempt, call) -> status(attempt < 3 ? 200 : 502));

        NotReadyException failure = catchThrowableOfType(
                NotReadyException.class, () -> watch(liveness(Duration.ofMillis(1), FOREVER, 3, FOREVER), FOREVER));

        assertThat(failure.reason()).isEqualTo(NotReadyException.Reason.UNWELL);
        assertThat(failure)
                .hasMessage("The container was ready and no longer is: 3 bad answers in a row, the last one: 502.");
        assertThat(heard).hasSize(5);
    }

    @Test
    void watchingAsksOnWhereTheTimeEndsInTheMiddleOfBadAnswers() {
        host.answers(HANGS);

        NotReadyException failure = catchThrowableOfType(
                NotReadyException.class,
                () -> watch(liveness(Duration.ofMillis(1), Duration.ofMillis(60), 3, FOREVER), Duration.ofMillis(80)));

        assertThat(failure.reason()).isEqualTo(NotReadyException.Reason.UNWELL);
        assertThat(heard).hasSize(3);
    }

    @Test
    void watchingFailsAtOnceWhenTheContainerEndsOrIsRestarted() {
        host.answers((attempt, call) -> {
            host.ends(FakeHost.container("running", 8, 0, false, 2), new CommandResult(0, "139\n", ""));
            return status(200);
        });
        host.shows(FakeHost.container("running", 7, 0, false, 1));

        NotReadyException failure = catchThrowableOfType(
                NotReadyException.class, () -> watch(liveness(FOREVER, FOREVER, 3, FOREVER), FOREVER));

        assertThat(failure.reason()).isEqualTo(NotReadyException.Reason.RESTARTED);
        assertThat(failure.exitCode()).contains(139);
    }

    @Test
    void aFailureOfDockerItselfIsPassedOn() {
        host.answers((attempt, call) -> {
            throw new HostException("the agent is gone");
        });

        assertThatThrownBy(() -> await(liveness(FOREVER, FOREVER, 1, FOREVER)))
                .isInstanceOf(HostException.class)
                .hasMessage("the agent is gone");
    }

    private NotReadyException failure(Liveness liveness) {
        return catchThrowableOfType(NotReadyException.class, () -> await(liveness));
    }

    private void await(Liveness liveness) throws InterruptedException {
        new Readiness(new Docker(host), liveness).await(TARGET, (attempt, answer, since) -> heard.add(answer));
    }

    private void watch(Liveness liveness, Duration time) throws InterruptedException {
        new Readiness(new Docker(host), liveness).watch(TARGET, time, (attempt, answer, since) -> heard.add(answer));
    }

    private static Liveness liveness(Duration interval, Duration timeout, int successes, Duration deadline) {
        return new Liveness(
                new HttpCheck("/health", StatusRange.SUCCESS, Optional.empty(), Map.of()),
                interval,
                timeout,
                successes,
                deadline);
    }

    private static HttpAnswer status(int status) throws IOException {
        return new HttpAnswer(status, Map.of(), "");
    }
}
