package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.DeployStage;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.fixture.WrappedHost;
import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.LocalHost;
import io.jenkins.plugins.bluegreen.host.RunningCommand;
import io.jenkins.plugins.bluegreen.traffic.Nginx;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A deployer that dies, for {@code ForkedJvm}: where a phase begins, or before a certain command of a phase. It halts its
 * JVM, which leaves as little behind as SIGKILL does.
 */
final class DeployAndDie {
    private DeployAndDie() {}

    /** Arguments: network, app, nginx container, version, phase, and how many commands of it are still carried out. */
    public static void main(String[] args) {
        DyingHost host = new DyingHost(Phase.valueOf(args[4]), Integer.parseInt(args[5]));
        DeployStage stage = new DeployStage(Sandbox.of(args[0]), args[1], new Nginx(args[2], Optional.empty()))
                .baking(Duration.ofSeconds(1));
        Report report = stage.deploy(AppVersion.of(args[3]), new Docker(host), host::hear);
        System.out.println("survived: " + report.outcome());
    }

    private static final class DyingHost extends WrappedHost {
        private final Phase phase;
        private int commandsLeft;
        private volatile boolean reached;
        private volatile Phase current = Phase.LOCK;

        DyingHost(Phase phase, int commandsLeft) {
            super(new LocalHost());
            this.phase = phase;
            this.commandsLeft = commandsLeft;
        }

        void hear(Event event) {
            if (event instanceof Event.PhaseStarted started) {
                current = started.phase();
                if (current == phase) {
                    reached = true;
                    if (commandsLeft == 0) {
                        die("began");
                    }
                }
            }
        }

        private void countDown(Command command) {
            boolean heartbeat =
                    command.argv().contains("update") && command.toString().contains("on-failure:");
            if (!heartbeat) {
                countDown(command.toString().lines().findFirst().orElse(""));
            }
        }

        private void countDown(String what) {
            if (reached && commandsLeft-- <= 0) {
                die("was to run '" + what + "'");
            }
        }

        private void die(String where) {
            System.out.println(current + " " + where);
            Runtime.getRuntime().halt(137);
        }

        @Override
        public CommandResult run(Command command) throws InterruptedException {
            countDown(command);
            return host.run(command);
        }

        @Override
        public RunningCommand start(Command command) {
            countDown(command);
            return host.start(command);
        }

        /** One at a time, so that it can die in between. */
        @Override
        public List<Integer> post(String socket, List<String> targets, Duration limit)
                throws IOException, InterruptedException {
            List<Integer> statuses = new ArrayList<>();
            for (String target : targets) {
                countDown(target);
                statuses.addAll(host.post(socket, List.of(target), limit));
            }
            return statuses;
        }
    }
}
