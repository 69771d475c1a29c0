package io.jenkins.plugins.bluegreen.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.fixture.WrappedHost;
import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.LocalHost;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One container takes another's name, over the engine's socket or, where that can't be reached, by the client. */
class RenameIT {
    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    private final WatchedHost host = new WatchedHost();
    private final Docker docker = new Docker(host);
    private String live;
    private String away;
    private Container old;
    private Container fresh;

    @BeforeEach
    void twoContainers() throws InterruptedException {
        live = sandbox.name("app");
        away = sandbox.name("app-draining");
        old = sandbox.run(live, Images.BUSYBOX, List.of(), "sleep", "600");
        fresh = sandbox.run(sandbox.name("app-candidate"), Images.BUSYBOX, List.of(), "sleep", "600");
    }

    @Test
    void startsNoClientWhereTheSocketCanBeReached() throws InterruptedException {
        docker.rename(old.id(), away, fresh.id(), live);

        assertThat(sandbox.container(live).id()).isEqualTo(fresh.id());
        assertThat(sandbox.container(away).id()).isEqualTo(old.id());
        assertThat(host.renames).isEmpty();
    }

    @Test
    void startsTheClientWhereItCannot() throws InterruptedException {
        host.hasSockets = false;

        docker.rename(old.id(), away, fresh.id(), live);

        assertThat(sandbox.container(live).id()).isEqualTo(fresh.id());
        assertThat(host.renames).hasSize(2);
    }

    @Test
    void saysWhatIsWrongWithTheSecondAfterTheFirst() throws InterruptedException {
        assertThatThrownBy(() -> docker.rename(old.id(), away, "no-such-container", live))
                .isInstanceOf(DockerException.class)
                .hasMessageContaining("No such container: no-such-container");
        assertThat(sandbox.container(away).id()).isEqualTo(old.id());
    }

    private static final class WatchedHost extends WrappedHost {
        private final List<Command> renames = new ArrayList<>();
        private boolean hasSockets = true;

        WatchedHost() {
            super(new LocalHost());
        }

        @Override
        public CommandResult run(Command command) throws InterruptedException {
            if (command.argv().contains("rename")) {
                renames.add(command);
            }
            return host.run(command);
        }

        @Override
        public List<Integer> post(String socket, List<String> targets, Duration limit)
                throws IOException, InterruptedException {
            if (!hasSockets) {
                throw new IOException("no sockets here");
            }
            return super.post(socket, targets, limit);
        }
    }
}
