package io.jenkins.plugins.bluegreen.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.fixture.WrappedHost;
import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.HostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreSwitchTest {
    private static final List<String> COMMAND = List.of("migrate-hunter2", "--password=hunter2", "--token", "t0ken");

    @Test
    void whatAFailingCommandWasGivenIsNotRepeated() {
        assertSilent(failure(false, command -> new CommandResult(3, "", "hunter2 is refused")));
        assertSilent(failure(true, command -> new CommandResult(3, "", "hunter2 is refused")));
    }

    @Test
    void whatACommandThatHangsWasGivenIsNotRepeated() {
        assertSilent(failure(false, command -> {
            throw new HostException("It took too long.");
        }));
    }

    @Test
    void whatDockerSaysOfACommandThatCannotBeRunIsMasked() {
        assertSilent(failure(
                true,
                command -> new CommandResult(
                        command.argv().contains("create") ? 1 : 0, "", "invalid reference: hunter2")));
    }

    /** What the client answers. */
    private interface Client {
        CommandResult run(Command command);
    }

    private static DeploymentException failure(boolean oneOff, Client client) {
        Draft draft = new Draft();
        draft.environment = Map.of("PASSWORD", "hunter2");
        draft.preSwitch = Optional.of(new Hook(COMMAND, oneOff, Duration.ofSeconds(1)));
        Docker docker = new Docker(new WrappedHost(new FakeEngine()) {
            @Override
            public CommandResult run(Command command) {
                boolean itself = command.argv().contains(COMMAND.get(1))
                        || command.argv().contains("--attach");
                return itself ? client.run(command) : new CommandResult(0, "c0ffee\n", "");
            }
        });
        FreshVersion version = new FreshVersion(docker, draft.deployment(), Consent.GIVEN);
        return catchThrowableOfType(DeploymentException.class, () -> version.preSwitch(FakeEngine.RUNNING));
    }

    private static void assertSilent(DeploymentException failure) {
        assertThat(failure).hasMessageContaining("'migrate-****'");
        assertThat(failure.getMessage() + failure.seen() + failure.log() + failure.advice())
                .doesNotContain("hunter2")
                .doesNotContain("t0ken");
    }
}
