package io.jenkins.plugins.bluegreen.demo;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.Edge;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.fixture.WrappedHost;
import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.LocalHost;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A deployer that stands still at the worst moment, to be killed there: nginx already sends to the new version, the old
 * one has given up the app's name, and the new one doesn't bear it yet.
 */
final class StuckDeploy {
    /** What it prints when it has come there. */
    static final String THERE = "stuck between the two renames";

    private StuckDeploy() {}

    /** Arguments: network, nginx container, version. */
    public static void main(String[] args) throws InterruptedException {
        Sandbox sandbox = Sandbox.of(args[0]);
        DemoApp app = new DemoApp(sandbox, new Edge(sandbox, args[1]));
        AppVersion version = AppVersion.of(args[2]);
        System.out.println(app.deploy(version, DemoApp.Pace.USUAL, new Docker(new StuckHost()), event -> {}));
    }

    private static final class StuckHost extends WrappedHost {
        private int renames;

        StuckHost() {
            super(new LocalHost());
        }

        @Override
        public CommandResult run(Command command) throws InterruptedException {
            if (command.argv().contains("rename") && ++renames == 2) {
                System.out.println(THERE);
                while (true) {
                    LockSupport.park(this);
                }
            }
            return host.run(command);
        }

        @Override
        public List<Integer> post(String socket, List<String> targets, Duration limit) throws IOException {
            throw new IOException("Over the socket there would be no time to stand still.");
        }
    }
}
