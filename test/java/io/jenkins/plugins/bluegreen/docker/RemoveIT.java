package io.jenkins.plugins.bluegreen.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.fixture.WrappedHost;
import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RemoveIT {
    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    @Test
    void waitsForWhoeverIsRemovingItAlready() throws InterruptedException {
        Container container = sandbox.run(sandbox.name("app"), Images.BUSYBOX, List.of(), "sleep", "600");

        new Docker(new Racing()).remove(container.id());

        assertThat(sandbox.docker().container(container.id())).isEmpty();
    }

    /** A fake of one moment: somebody else has just begun to remove what we want to remove. */
    private final class Racing extends WrappedHost {
        Racing() {
            super(sandbox.host());
        }

        @Override
        public CommandResult run(Command command) throws InterruptedException {
            if (!command.argv().contains("rm")) {
                return host.run(command);
            }
            CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS).execute(() -> remove(command));
            return new CommandResult(
                    1, "", "Error response from daemon: removal of container x is already in progress");
        }

        private void remove(Command command) {
            try {
                host.run(command);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
