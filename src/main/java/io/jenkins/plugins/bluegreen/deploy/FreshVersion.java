package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.docker.DockerException;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.HostException;
import io.jenkins.plugins.bluegreen.host.Mask;
import io.jenkins.plugins.bluegreen.traffic.Routing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A version that hasn't run here before: built from its source, or a ready image. */
final class FreshVersion implements Newcomer {
    private final Docker docker;
    private final Deployment deployment;
    private final Consent consent;
    private final Names names;
    private final Mask mask;

    FreshVersion(Docker docker, Deployment deployment, Consent consent) {
        this.docker = docker;
        this.deployment = deployment;
        this.consent = consent;
        this.names = new Names(deployment.app());
        this.mask = Mask.of(new OrdinaryValues(deployment.app(), deployment.network(), deployment.version())
                .secretsAmong(deployment.environment()));
    }

    @Override
    public String version() {
        return deployment.version();
    }

    @Override
    public Optional<String> commit() {
        return deployment.commit();
    }

    @Override
    public Mask mask() {
        return mask;
    }

    @Override
    public void consider(Observation seen, Routing routing) throws InterruptedException {
        if (!deployment.acceptGap()) {
            foreign(seen).ifPresent(live -> takeover(live, routing).check());
            seen.live().filter(seen::ours).ifPresent(live -> checkPort(live, routing));
        }
        if (consent != Consent.GIVEN) { // which needs no history, read by calls of its own
            Optional<HistoryEntry> last = new History(docker, names)
                    .entries().stream().filter(HistoryEntry::succeeded).findFirst();
            consent.ask(seen.live().map(container -> AppStatus.instance(seen, container)), last);
        }
    }

    private void checkPort(Container live, Routing routing) {
        int port = Observation.port(live, deployment.port());
        if (routing.leavesPortToUsers() && port != deployment.port()) {
            throw new DeploymentException(
                    "Version " + Observation.version(names, live) + " listens on port " + port
                            + ", and the new one is to"
                            + " listen on " + deployment.port() + ": whoever finds '" + names.app()
                            + "' by Docker's DNS names the port too, and would be lost.",
                    "Keep the port, or move the app behind nginx, NGINX Proxy Manager or a published port first. Where"
                            + " nobody comes that way, accept the gap (--accept-gap, in Jenkins 'acceptGap').");
        }
    }

    private static Optional<Container> foreign(Observation seen) {
        return seen.live().filter(live -> !seen.ours(live));
    }

    private Takeover takeover(Container live, Routing routing) {
        return new Takeover(
                live, routing, deployment.network(), deployment.run().networks());
    }

    @Override
    public String prepare(Observation seen) throws InterruptedException {
        if (deployment.source() instanceof Source.Build build) {
            return build(build);
        }
        Source.Ready ready = (Source.Ready) deployment.source();
        return ready(ready.image());
    }

    private String build(Source.Build build) throws InterruptedException {
        List<String> arguments = new ArrayList<>();
        arguments.add("--tag=" + names.temporaryImage());
        arguments.add("--label=" + Label.APP + "=" + names.app());
        arguments.add("--label=" + Label.VERSION + "=" + version());
        arguments.add("--file=" + dockerfile(build));
        build.target().ifPresent(target -> arguments.add("--target=" + target));
        Map<String, String> values = new TreeMap<>();
        build.args().forEach((name, value) -> {
            boolean visible = ContainerEnvironment.steersDocker(name);
            arguments.add("--build-arg=" + name + (visible ? "=" + value : ""));
            if (!visible) {
                values.put(name, value);
            }
        });
        arguments.add("--");
        arguments.add(build.context());
        try {
            docker.build(arguments, values, "");
        } catch (DockerException e) {
            if (e.engineUnreachable()) {
                throw e;
            }
            throw new DeploymentException(
                    "The image of '" + names.app() + "' could not be built.",
                    "",
                    mask.apply(lastLines(e.getMessage())),
                    "Mend the build (or make room, if the disk is full) and deploy again; nothing was touched.");
        }
        return "built " + names.temporaryImage() + " from " + build.context();
    }

    /** Docker takes the Dockerfile relative to the working directory, Compose relative to the context; we do as Compose. */
    private static String dockerfile(Source.Build build) {
        boolean asItIs = build.dockerfile().startsWith("/") || build.context().contains("://");
        return asItIs ? build.dockerfile() : build.context().replaceFirst("/$", "") + "/" + build.dockerfile();
    }

    private static String lastLines(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    private String ready(String image) throws InterruptedException {
        boolean pulled = docker.image(image).isEmpty();
        if (pulled) {
            pull(image);
        }
        docker.tag(image, names.temporaryImage());
        return (pulled ? "pulled " : "found ") + image;
    }

    private void pull(String image) throws InterruptedException {
        try {
            docker.pull(image);
        } catch (DockerException e) {
            if (e.engineUnreachable()) {
                throw e;
            }
            throw new DeploymentException(
                    "The image " + image + " isn't on this host and can't be pulled.",
                    mask.apply(lastLines(e.getMessage())),
                    "",
                    "Check its name, and 'docker login' for a private registry.");
        }
    }

    @Override
    public Container start(Observation seen, Routing routing) throws InterruptedException {
        ContainerEnvironment environment = ContainerEnvironment.of(deployment.environment());
        CreateArguments arguments = CreateArguments.of(deployment, names.candidate(), environment)
                .alias(seen.freeColour(deployment.network()))
                .label(Label.APP, names.app())
                .label(Label.VERSION, version())
                .label(Label.BY, deployment.by())
                .label(Label.PORT, String.valueOf(deployment.port()))
                .label(Label.AT, Instant.now().toString());
        routing.labels().forEach(arguments::label);
        foreign(seen).ifPresent(live -> arguments.label(Label.TOOK_OVER, live.id()));
        deployment.commit().ifPresent(commit -> arguments.label(Label.COMMIT, commit));
        if (deployment.source() instanceof Source.Ready ready) {
            arguments.label(Label.IMAGE, ready.image());
        }
        String id = create(
                arguments.running(names.temporaryImage(), deployment.run().command()), environment);
        docker.start(id);
        return docker.container(id)
                .orElseThrow(() -> new DeploymentException(
                        "The candidate's container disappeared as soon as it was started.",
                        "Is another program removing containers on this host?"));
    }

    private String create(List<String> arguments, ContainerEnvironment environment) throws InterruptedException {
        String id = docker.create(arguments, environment.environment(), environment.input());
        for (String network : deployment.run().networks()) {
            docker.connect(network, id, List.of());
        }
        return id;
    }

    @Override
    public String preSwitch(Container container) throws InterruptedException {
        Optional<Hook> hook = deployment.preSwitch();
        if (hook.isEmpty()) {
            return "";
        }
        String where = hook.get().oneOff() ? "a container of its own" : "the candidate";
        CommandResult result = run(hook.get(), container);
        String said = mask.apply(lastLines(result.out() + result.err()));
        if (!result.succeeded()) {
            throw new DeploymentException(
                    "The pre-switch command " + shown(hook.get()) + " failed in " + where + ".",
                    "expected exit code 0, saw " + result.exitCode(),
                    said,
                    "Mend what it complains of and deploy again; no traffic was switched.");
        }
        return shown(hook.get()) + " succeeded in " + where + (said.isEmpty() ? "" : ": " + lastOf(said));
    }

    /** The program alone: its arguments may hold what no mask knows, as where a secret came by a variable of the deployer's. */
    private String shown(Hook hook) {
        return "'" + mask.apply(hook.command().get(0)) + "'";
    }

    private static String lastOf(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    private CommandResult run(Hook hook, Container candidate) throws InterruptedException {
        try {
            return hook.oneOff() ? runOneOff(hook) : docker.exec(candidate.id(), hook.command(), "", hook.limit());
        } catch (HostException e) {
            throw new DeploymentException(
                    "The pre-switch command " + shown(hook) + " did not end in time.",
                    "expected it to end within " + hook.limit().toSeconds() + " s",
                    "",
                    "Give it more time, or find out what it waits for; no traffic was switched.");
        } catch (DockerException e) {
            if (e.engineUnreachable()) {
                throw e;
            }
            throw new DeploymentException(
                    "The pre-switch command " + shown(hook) + " can't be run.",
                    mask.apply(e.getMessage()),
                    "",
                    "Mend what Docker complains of and deploy again; no traffic was switched.");
        }
    }

    /** Created and attached rather than run, so that it is on all networks before it begins. */
    private CommandResult runOneOff(Hook hook) throws InterruptedException {
        ContainerEnvironment environment = ContainerEnvironment.of(deployment.environment());
        CreateArguments arguments =
                CreateArguments.of(deployment, names.hook(), environment).label(Label.APP, names.app());
        List<String> command = hook.command().subList(1, hook.command().size());
        String id = create(
                arguments.entrypoint(hook.command().get(0)).running(names.temporaryImage(), command), environment);
        try {
            return docker.startAttached(id, hook.limit());
        } finally {
            docker.remove(id);
        }
    }
}
