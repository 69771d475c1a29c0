package io.jenkins.plugins.bluegreen.traffic;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.docker.DockerException;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Switches in the front that owns the app's published port, over HAProxy's run-time interface; makes the front where there
 * is none yet. Removing it is not this class's business.
 */
final class HaproxyRouter implements Router {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final Duration START_LIMIT = Duration.ofSeconds(10);

    private final Docker docker;
    private final String app;
    private final PublishedPort settings;
    private final ProxyContainer front;
    private Optional<String> network = Optional.empty();

    HaproxyRouter(Docker docker, String app, PublishedPort settings) {
        this.docker = docker;
        this.app = app;
        this.settings = settings;
        this.front = new ProxyContainer(docker, ProxyContainer.checkedName(app + "-front"));
    }

    @Override
    public String describe() {
        return "front '" + front.name() + "' on port " + settings.port();
    }

    private boolean appPublishes() throws InterruptedException {
        return docker.container(app)
                .filter(Container::running)
                .filter(this::rivals)
                .isPresent();
    }

    @Override
    public boolean rivals(Container container) {
        return container.publishedPorts().contains(settings.port());
    }

    @Override
    public void makeWayFor(Container rival) throws InterruptedException {
        Optional<Container> present = docker.container(front.name()).filter(this::isOurs);
        if (present.isPresent() && rivals(rival)) {
            docker.remove(present.get().id());
        }
    }

    private boolean isOurs(Container container) {
        return container.label(PublishedPort.FRONT_LABEL).equals(Optional.of(app));
    }

    @Override
    public void preflight(String appNetwork) throws InterruptedException {
        network = Optional.of(appNetwork);
        Optional<Container> present = docker.container(front.name());
        if (present.isPresent()) {
            checkOurs(present.get(), appNetwork);
        } else {
            checkImage();
        }
        if (present.filter(Container::running).isEmpty()) {
            checkPortFree();
        }
    }

    private void checkOurs(Container present, String appNetwork) {
        if (!isOurs(present)) {
            throw new RouterException(
                    "The container '" + front.name() + "' is not the front of '" + app + "' (it lacks the label "
                            + PublishedPort.FRONT_LABEL + "=" + app + "), but has its name. Rename or remove it.");
        }
        if (!present.publishedPorts().equals(List.of(settings.port()))) {
            throw new RouterException("The front '" + front.name() + "' publishes port " + present.publishedPorts()
                    + ", and " + settings.port() + " was asked for. To move it, which costs one gap: docker rm --force "
                    + front.name() + ", and deploy again.");
        }
        if (!present.networks().containsKey(appNetwork)) {
            throw new RouterException("The front '" + front.name() + "' is not on the network '" + appNetwork
                    + "'. Attach it: docker network connect " + appNetwork + " " + front.name());
        }
    }

    private void checkImage() throws InterruptedException {
        if (settings.image().isEmpty() && docker.image(image()).isEmpty()) {
            throw new RouterException("Port " + settings.port() + " needs a front, and there is no image '" + image()
                    + "' to make it of. Pull it (docker pull " + image() + "), or name an image that has haproxy.");
        }
    }

    @Override
    public Optional<String> missing() throws InterruptedException {
        boolean needed = docker.container(front.name()).isEmpty();
        return needed && docker.image(image()).isEmpty()
                ? Optional.of("the image '" + image() + "'")
                : Optional.empty();
    }

    @Override
    public void fetch() throws InterruptedException {
        if (missing().isEmpty()) {
            return;
        }
        try {
            docker.pull(image());
        } catch (DockerException e) {
            throw new RouterException(
                    "The image '" + image() + "' for the front is not here and can't be pulled: " + e.getMessage(), e);
        }
    }

    private String image() {
        return settings.image().orElse(PublishedPort.DEFAULT_IMAGE);
    }

    private void checkPortFree() throws InterruptedException {
        if (appPublishes()) {
            if (settings.acceptGap()) {
                return;
            }
            throw new RouterException("Port " + settings.port() + " is published by '" + app + "' itself. It can be"
                    + " taken over by a front once, and no deploy after that has a gap; but this first move has one,"
                    + " from the stop of '" + app
                    + "' until the front has started. Accept that gap (--accept-gap, in Jenkins"
                    + " 'acceptGap') to go on.");
        }
        List<String> owners = docker.call("ps", "--filter", "publish=" + settings.port(), "--format", "{{.Names}}")
                .lines()
                .toList();
        if (!owners.isEmpty()) {
            throw new RouterException("Port " + settings.port() + " is published by the container '"
                    + String.join("', '", owners) + "'. Stop that, or give another port.");
        }
        if (accepts("127.0.0.1", settings.port())) {
            throw new RouterException("Port " + settings.port() + " is in use by another program on the Docker host."
                    + " Stop that, or give another port.");
        }
    }

    private boolean accepts(String address, int port) throws InterruptedException {
        try {
            docker.host().connect(address, port, CONNECT_LIMIT);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Optional<String> current() throws InterruptedException {
        return state().flatMap(FrontState::live).map(server -> server.host() + ":" + server.port());
    }

    private Optional<FrontState> state() throws InterruptedException {
        return front.run(FrontScripts.STATE, control())
                .filter(CommandResult::succeeded)
                .map(result -> FrontState.of(result.out()));
    }

    private String control() {
        return Integer.toString(FrontConfiguration.control(settings.port()));
    }

    @Override
    public void route(Backend live, Optional<Backend> standby) throws InterruptedException {
        if (!accepts(live.address(), live.port())) {
            throw new RouterException(describe() + " was not switched to " + live + " and goes on as before: there is"
                    + " nothing that accepts connections at " + live.address() + ":" + live.port() + ".");
        }
        FrontConfiguration wanted = new FrontConfiguration(app, settings.port(), live, standby);
        Optional<CommandResult> told = tell(wanted);
        if (told.isEmpty()) {
            start(wanted);
            told = tell(wanted);
        }
        check(live, told.orElseThrow(() -> stopped()));
    }

    private Optional<CommandResult> tell(FrontConfiguration wanted) throws InterruptedException {
        return front.run(
                FrontScripts.ROUTE,
                control(),
                wanted.live().host(),
                Integer.toString(wanted.live().port()),
                wanted.text(FrontConfiguration.ONE),
                wanted.commands(FrontConfiguration.ONE),
                wanted.text(FrontConfiguration.TWO),
                wanted.commands(FrontConfiguration.TWO));
    }

    /** Also does nothing where the front doesn't run: then there is nobody to answer. */
    @Override
    public void withdraw() throws InterruptedException {
        String text = FrontConfiguration.nowhere(app, settings.port()).text(FrontConfiguration.NONE);
        String commands = FrontConfiguration.retirement();
        Optional<CommandResult> told =
                front.run(FrontScripts.ROUTE, control(), app, "9", text, commands, text, commands);
        if (told.isPresent() && !FrontState.of(told.get().out()).retired()) {
            throw new RouterException(describe() + " still sends requests somewhere: " + reason(told.get()));
        }
    }

    private void check(Backend live, CommandResult told) {
        boolean switched = told.succeeded()
                && FrontState.of(told.out())
                        .live()
                        .filter(server -> server.is(live) && server.address().equals(live.address()))
                        .isPresent();
        if (!switched) {
            throw new RouterException(describe() + " did not switch to " + live + ": " + reason(told));
        }
    }

    private static String reason(CommandResult told) {
        return switch (told.exitCode()) {
            case FrontScripts.UNWRITABLE -> "its file can't be written: " + ProxyContainer.said(told);
            case FrontScripts.NO_ANSWER -> "HAProxy takes no commands: " + ProxyContainer.said(told);
            default -> "HAProxy says: " + (told.err() + told.out()).strip();
        };
    }

    private void start(FrontConfiguration wanted) throws InterruptedException {
        boolean fresh = docker.container(front.name()).isEmpty();
        try {
            if (fresh) {
                docker.start(docker.create(creation(wanted.text(FrontConfiguration.ONE))));
            } else {
                docker.start(front.name());
            }
            awaitStarted();
        } catch (DockerException | RouterException e) {
            if (fresh) {
                docker.remove(front.name());
            }
            throw new RouterException("The " + describe() + " could not be started: " + e.getMessage(), e);
        }
    }

    private List<String> creation(String text) {
        String port = Integer.toString(settings.port());
        List<String> arguments =
                new ArrayList<>(List.of("--name", front.name(), "--label", PublishedPort.FRONT_LABEL + "=" + app));
        arguments.addAll(List.of("--restart=always", "--publish", port + ":" + port));
        arguments.addAll(List.of(
                "--network",
                network.orElseThrow(() -> new RouterException("There is no container '" + front.name()
                        + "' any more. Deploy again: the front is made anew."))));
        arguments.addAll(List.of("--entrypoint", "sh", image(), "-c", FrontScripts.START, "sh", text));
        return arguments;
    }

    private void awaitStarted() throws InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (state().isEmpty()) {
            if (System.nanoTime() > end || !front.running().status().equals("running")) {
                throw new RouterException(
                        "HAProxy took no commands within " + START_LIMIT.toSeconds() + " s. The end of its log: "
                                + docker.logs(front.name(), 20).strip());
            }
        }
    }

    private RouterException stopped() {
        return new RouterException("The " + describe() + " was just being stopped. Try again.");
    }

    /** Counts connections from the front to the backend, whichever server of the front they belong to. */
    @Override
    public boolean awaitLeft(Backend left, Duration limit) throws InterruptedException {
        if (left.address().isEmpty()) {
            return true;
        }
        String socket = kernelForm(left);
        return Polling.await(limit, looks -> left(front.run(FrontScripts.LEFT, socket, looks)));
    }

    @Override
    public String stragglers() {
        return "connections of the " + describe();
    }

    private boolean left(Optional<CommandResult> look) {
        if (look.isEmpty() || look.get().succeeded()) {
            return true;
        }
        if (look.get().exitCode() != FrontScripts.BUSY) {
            throw new RouterException(
                    "The connections of the " + describe() + " can't be seen: " + ProxyContainer.said(look.get()));
        }
        return false;
    }

    /** As in /proc/net/tcp: the address as a number in the machine's byte order, low byte first on all we run on. */
    static String kernelForm(Backend backend) {
        String[] bytes = backend.address().split("\\.", -1);
        return String.format(
                "%02X%02X%02X%02X:%04X",
                Integer.parseInt(bytes[3]),
                Integer.parseInt(bytes[2]),
                Integer.parseInt(bytes[1]),
                Integer.parseInt(bytes[0]),
                backend.port());
    }

    @Override
    public Duration afterglow() {
        return Duration.ZERO;
    }
}
