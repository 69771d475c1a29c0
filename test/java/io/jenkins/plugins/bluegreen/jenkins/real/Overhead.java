package io.jenkins.plugins.bluegreen.jenkins.real;

import io.jenkins.plugins.bluegreen.deploy.Deployment;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.Await;
import io.jenkins.plugins.bluegreen.fixture.DeployStage;
import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.fixture.WrappedHost;
import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.Host;
import io.jenkins.plugins.bluegreen.host.LocalHost;
import io.jenkins.plugins.bluegreen.jenkins.real.Visitor.Build;
import io.jenkins.plugins.bluegreen.traffic.DockerDns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What it costs that a Jenkins deploys and not the engine alone. For {@code bench/run jenkins}.
 *
 * @param engineMillis from the engine's call to its first Docker command; medians
 * @param controllerMillis from the step's start to that, with the build on the controller
 * @param agentMillis the same, with the build on an agent
 * @param idleKilobytes the controller's heap without a build
 * @param sleepingKilobytes with as many builds that only sleep
 * @param deployingKilobytes with as many deploys under way
 * @param deploys how many
 */
public record Overhead(
        double engineMillis,
        double controllerMillis,
        double agentMillis,
        long idleKilobytes,
        long sleepingKilobytes,
        long deployingKilobytes,
        int deploys) {
    private static final int TIMES = 11;
    private static final int DEPLOYS = 50;
    private static final String STEP = "5"; // of "node { step }": start, node, its body, and this
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    /** Measures, in about ten minutes; empty, and said so, where no Jenkins was given. */
    public static Optional<Overhead> measure(Consumer<String> say) throws Exception {
        Optional<JenkinsFiles> files = JenkinsFiles.given();
        if (files.isEmpty()) {
            say.accept("NOT RUN: no Jenkins was given. " + JenkinsFiles.HOW);
            return Optional.empty();
        }
        Images.ensure();
        Path watch = Files.createTempDirectory("bluegreen-first-command");
        say.accept("Starting a Jenkins ...");
        Controller controller = Controller.start(
                files.get(),
                Map.of(
                        "PATH",
                        watched(watch) + ":" + System.getenv("PATH"),
                        "EXECUTORS",
                        String.valueOf(DEPLOYS),
                        "JAVA_TOOL_OPTIONS",
                        "-XX:SoftRefLRUPolicyMSPerMB=0"));
        Sandbox sandbox = new Sandbox();
        Agent agent = Agent.connect(controller, watched(watch) + ":" + System.getenv("PATH"));
        try {
            say.accept("The first command, " + TIMES + " times each ...");
            double engine = median(TIMES, () -> engineAlone(sandbox));
            double onController = firstCommand(controller, watch, sandbox, "");
            double onAgent = firstCommand(controller, watch, sandbox, "'far'");
            sandbox.open();
            say.accept(DEPLOYS + " builds at once ...");
            Heap heap = new Heap(controller, sandbox);
            heap.during("warm", 2, heap.deploying());
            long idle = heap.kilobytes();
            long sleeping = heap.during("sleeping", DEPLOYS, "node { echo 'asleep'; sleep 3600 }");
            long deploying = heap.during("deploying", DEPLOYS, heap.deploying());
            return Optional.of(new Overhead(engine, onController, onAgent, idle, sleeping, deploying, DEPLOYS));
        } finally {
            agent.stop();
            controller.crash();
            sandbox.remove();
        }
    }

    /** For people. */
    public String text() {
        double ofController = controllerMillis - engineMillis;
        double ofAgent = agentMillis - engineMillis;
        double each = (deployingKilobytes - idleKilobytes) / 1024.0 / deploys;
        double more = (deployingKilobytes - sleepingKilobytes) / 1024.0 / deploys;
        return String.format(
                Locale.ROOT,
                """
                First Docker command after the start: %.0f ms by the engine alone
                  on the controller  %.0f ms more (at most 100):%s
                  on an agent        %.0f ms more (at most 300):%s
                Heap of a running deploy, of %d at once: %.2f MB (at most 1):%s
                  of these over a build that only sleeps: %.2f MB""",
                engineMillis,
                ofController,
                verdict(ofController <= 100),
                ofAgent,
                verdict(ofAgent <= 300),
                deploys,
                each,
                verdict(each <= 1),
                more);
    }

    private static String verdict(boolean reached) {
        return reached ? " reached" : " MISSED";
    }

    /** Something that takes milliseconds. */
    private interface Trial {
        double run() throws Exception;
    }

    private static double median(int times, Trial trial) throws Exception {
        trial.run(); // the first one loads classes
        double[] all = new double[times];
        for (int i = 0; i < times; i++) {
            all[i] = trial.run();
        }
        Arrays.sort(all);
        return all[times / 2];
    }

    /** A deploy onto a network that isn't there: it asks Docker, and is refused. */
    private static double engineAlone(Sandbox sandbox) {
        FirstCommand host = new FirstCommand(new LocalHost());
        DeployStage stage = new DeployStage(sandbox, sandbox.name("first"), new DockerDns(Duration.ofSeconds(1)));
        Deployment deployment = stage.deployment(AppVersion.of("v1"));
        long start = System.nanoTime();
        new io.jenkins.plugins.bluegreen.deploy.BlueGreen(new Docker(host), event -> {}).deploy(deployment);
        return (host.at - start) / 1e6;
    }

    private static double firstCommand(Controller controller, Path watch, Sandbox sandbox, String node)
            throws Exception {
        Visitor admin = controller.as("admin");
        String name = "first" + node.replace("'", "-");
        Visitor.Job job = admin.pipeline(
                name,
                "node(%s) { blueGreenDeploy app: '%s', image: '%s', network: '%s' }"
                        .formatted(node, sandbox.name("first"), Images.ORDERS, sandbox.network()));
        int[] number = {0};
        return median(TIMES, () -> {
            Path said = watch.resolve("commands");
            Files.deleteIfExists(said);
            job.run();
            number[0]++;
            long start = admin.json("job/" + name + "/" + number[0] + "/execution/node/" + STEP + "/wfapi/describe")
                    .path("startTimeMillis")
                    .asLong();
            return Long.parseLong(Files.readAllLines(said).get(0)) / 1e6 - start;
        });
    }

    /** A folder with a {@code docker} that writes down when it is called. */
    private static Path watched(Path watch) throws IOException {
        Path folder = Files.createDirectories(watch.resolve("bin"));
        Path script = folder.resolve("docker");
        Files.writeString(script, """
                #!/bin/sh
                date +%%s%%N >>'%s'
                PATH=${PATH#*:} exec docker "$@"
                """.formatted(watch.resolve("commands")));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    /** Notes when the first command is run. */
    private static final class FirstCommand extends WrappedHost {
        private long at;

        FirstCommand(Host host) {
            super(host);
        }

        @Override
        public CommandResult run(Command command) throws InterruptedException {
            at = at == 0 ? System.nanoTime() : at;
            return super.run(command);
        }
    }

    /** The controller's heap, after a collection. */
    private record Heap(Controller controller, Sandbox sandbox) {
        /** While so many builds of this pipeline are under way. Each app never gets ready, and is small. */
        long during(String name, int builds, String pipeline) throws Exception {
            Visitor admin = controller.as("admin");
            List<Build> all = new ArrayList<>();
            for (int i = 1; i <= builds; i++) {
                all.add(admin.pipeline(name + "-" + i, pipeline.replace("APP", sandbox.name(name + i)))
                        .start());
            }
            for (Build build : all) {
                Await.until(LIMIT, "all builds are under way", () -> {
                    String log = build.log();
                    return log.contains("not yet") || log.contains("Sleeping");
                });
            }
            long seen = kilobytes();
            for (Build build : all) {
                build.abort();
            }
            for (Build build : all) {
                build.await();
            }
            return seen;
        }

        String deploying() {
            return """
                    node { blueGreenDeploy app: 'APP', image: '%s', network: '%s', port: 9,
                        container: [command: 'sleep 3600', stopGrace: '1s'],
                        check: tcpHealth(interval: '5s', deadline: '30m') }
                    """.formatted(Images.BUSYBOX, sandbox.network());
        }

        long kilobytes() throws InterruptedException {
            jcmd("GC.run");
            jcmd("GC.run");
            Matcher used = USED.matcher(jcmd("GC.heap_info"));
            if (!used.find()) {
                throw new IllegalStateException("jcmd tells no used heap");
            }
            return Long.parseLong(used.group(1));
        }

        private String jcmd(String what) throws InterruptedException {
            String program =
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            return new LocalHost()
                    .run(Command.of(program, String.valueOf(controller.pid()), what))
                    .out();
        }
    }
}
