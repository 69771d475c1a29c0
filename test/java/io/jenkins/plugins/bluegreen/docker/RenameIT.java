package io.jenkins.plugins.bluegreen.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.Host;
import io.jenkins.plugins.bluegreen.host.HttpAnswer;
import io.jenkins.plugins.bluegreen.host.HttpCall;
import io.jenkins.plugins.bluegreen.host.LocalHost;
import io.jenkins.plugins.bluegreen.host.RunningCommand;
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

    private static final class WatchedHost implements Host {
        private final Host host = new LocalHost();
        private final List<Command> renames = new ArrayList<>();
        private boolean hasSockets = true;

        @Override
        public CommandResult run(Command command) throws InterruptedException {
            if (command.argv().contains("rename")) {
                renames.add(command);
            }
            return host.run(command);
        }

        @Override
        public RunningCommand start(Command command) {
            return host.start(command);
        }

        @Override
        public HttpAnswer call(HttpCall call) throws IOException, InterruptedException {
            return host.call(call);
        }

        @Override
        public void connect(String address, int port, Duration limit) throws IOException, InterruptedException {
            host.connect(address, port, limit);
        }

        @Override
        public List<Integer> post(String socket, List<String> targets, Duration limit)
                throws IOException, InterruptedException {
            return hasSockets ? host.post(socket, targets, limit) : Host.super.post(socket, targets, limit);
        }
    }
}
