package io.jenkins.plugins.bluegreen.demo;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.Edge;
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

    private static final class StuckHost implements Host {
        private final Host host = new LocalHost();
        private int renames;

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
    }
}
