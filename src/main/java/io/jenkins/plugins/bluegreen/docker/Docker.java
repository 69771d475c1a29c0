package io.jenkins.plugins.bluegreen.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.Host;
import io.jenkins.plugins.bluegreen.host.RunningCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The {@code docker} client of one host. Works with the clients and engines from 20.10 on. Thread-safe; every method
 * blocks until the client has ended, and throws {@link DockerException} where Docker refuses.
 *
 * <p>What a swap waits for (to start, stop and rename a container) is asked of the engine's own socket first, where that
 * can be reached: to start the client takes some 40 ms of a processor that the users' requests need just then. Whatever
 * isn't done that way the client does, and says what is wrong.
 */
public final class Docker {
    /** What a client without BuildKit says before each build. */
    private static final Pattern LEGACY_BUILDER =
            Pattern.compile("DEPRECATED: The legacy builder.*?go/buildx/\\s*", Pattern.DOTALL);

    private static final Duration BUILD_LIMIT = Duration.ofHours(1);

    private static final Duration REMOVAL_LIMIT = Duration.ofSeconds(30);

    private static final Duration LOOK = Duration.ofMillis(50);

    private static final Duration SOCKET_LIMIT = Duration.ofSeconds(30);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Host host;
    private final EngineSocket socket;

    public Docker(Host host) {
        this.host = host;
        this.socket = new EngineSocket(host);
    }

    /** The host whose client this is. */
    public Host host() {
        return host;
    }

    /** A container by name or id. */
    public Optional<Container> container(String nameOrId) throws InterruptedException {
        return inspect("container", nameOrId).map(Inspection::container);
    }

    /** All containers, running or not, whose name passes. */
    public List<Container> containersNamed(Predicate<String> names) throws InterruptedException {
        List<String> ids = call("ps", "--all", "--no-trunc", "--format", "{{.ID}} {{.Names}}")
                .lines()
                .filter(row -> names.test(row.replaceFirst("^\\S+ ", "").split(",", 2)[0]))
                .map(row -> row.split(" ", 2)[0])
                .toList();
        return containers(ids);
    }

    /** All containers, running or not, that carry this label: {@code key} or {@code key=value}. */
    public List<Container> containersLabelled(String label) throws InterruptedException {
        return containers(call("ps", "--all", "--quiet", "--no-trunc", "--filter", "label=" + label)
                .lines()
                .toList());
    }

    /** All containers, running or not, each as {@code docker inspect} writes it: for what {@link Container} leaves out. */
    public List<JsonNode> containersInDetail() throws InterruptedException {
        return inspections(call("ps", "--all", "--quiet", "--no-trunc").lines().toList());
    }

    /** These containers; one that has gone meanwhile is left out. */
    private List<Container> containers(List<String> ids) throws InterruptedException {
        return inspections(ids).stream()
                .map(json -> new Inspection(json).container())
                .toList();
    }

    private List<JsonNode> inspections(List<String> ids) throws InterruptedException {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<String> arguments = concat(List.of("container", "inspect"), ids);
        CommandResult result = host.run(command(arguments));
        if (!result.succeeded() && !result.err().contains("No such")) {
            throw failure(arguments, result);
        }
        List<JsonNode> found = new ArrayList<>();
        parse(result.out()).forEach(found::add);
        return List.copyOf(found);
    }

    /** Names and ids are looked up as they are; a leading dash can't be taken for an option. */
    public Optional<Image> image(String reference) throws InterruptedException {
        return inspect("image", reference).map(Inspection::image);
    }

    /** True where a network of exactly this name exists. */
    public boolean networkExists(String name) throws InterruptedException {
        return networkName(name).filter(name::equals).isPresent();
    }

    /** A network's name, by that or by its id, also where only the beginning of one is given. */
    public Optional<String> networkName(String nameOrId) throws InterruptedException {
        return inspect("network", nameOrId).map(Inspection::name);
    }

    /** Creates a container from these {@code docker create} arguments, and returns its id. */
    public String create(List<String> arguments) throws InterruptedException {
        return create(arguments, Map.of(), "");
    }

    /**
     * Creates a container, and returns its id.
     *
     * @param arguments {@code docker create}'s
     * @param environment the client's, for {@code --env=NAME} without a value
     * @param input the client's standard input, for {@code --env-file=/dev/stdin}
     */
    public String create(List<String> arguments, Map<String, String> environment, String input)
            throws InterruptedException {
        Command command = command(concat(List.of("create"), arguments))
                .withEnvironment(environment)
                .withInput(input);
        return checked(command).out().strip();
    }

    /** Starts a stopped container. */
    public void start(String id) throws InterruptedException {
        if (!socket.post(SOCKET_LIMIT, "/containers/" + id + "/start").get(0)) {
            call("start", id);
        }
    }

    /** Starts a created container and follows it to its end; the result is its exit code and what it wrote. */
    public CommandResult startAttached(String id, Duration limit) throws InterruptedException {
        return host.run(command(List.of("start", "--attach", id)).within(limit));
    }

    /** Stops a container, giving it {@code grace} before it is killed. One that doesn't run is left as it is. */
    public void stop(String id, Duration grace) throws InterruptedException {
        Duration limit = grace.plus(Duration.ofMinutes(1));
        String seconds = Long.toString(wholeSeconds(grace));
        if (!socket.post(limit, "/containers/" + id + "/stop?t=" + seconds).get(0)) {
            checked(command(List.of("stop", "-t", seconds, id)).within(limit));
        }
    }

    /** A grace as Docker takes it: in whole seconds, rounded up, since none would mean to kill at once. */
    public static long wholeSeconds(Duration grace) {
        return (grace.toMillis() + 999) / 1000;
    }

    /**
     * Removes a container with its anonymous volumes, running or not. One that isn't there is no error, nor is one that
     * somebody else removes at the same moment: it is gone on return all the same.
     */
    public void remove(String id) throws InterruptedException {
        CommandResult result = host.run(command(List.of("rm", "--force", "--volumes", id)));
        if (result.err().contains("is already in progress")) {
            awaitGone(id, result);
        } else if (!result.succeeded() && !result.err().contains("No such container")) {
            throw failure(List.of("rm", id), result);
        }
    }

    private void awaitGone(String id, CommandResult refusal) throws InterruptedException {
        long begin = System.nanoTime();
        while (container(id).isPresent()) {
            if (System.nanoTime() - begin > REMOVAL_LIMIT.toNanos()) {
                throw failure(List.of("rm", id), refusal);
            }
            Thread.sleep(LOOK.toMillis());
        }
    }

    /**
     * Gives two containers other names, right after one another: if the second gets the name that the first gives up,
     * nobody has it for some 5 ms in between, against 20 ms or more where the client has to be started for each (measured;
     * up to a second on a busy machine).
     */
    public void rename(String first, String firstName, String second, String secondName) throws InterruptedException {
        List<Boolean> done = socket.post(SOCKET_LIMIT, renaming(first, firstName), renaming(second, secondName));
        if (!done.get(0)) {
            renameUnlessSo(first, firstName);
        }
        if (!done.get(1)) {
            renameUnlessSo(second, secondName);
        }
    }

    /** Gives a container another name. */
    public void rename(String id, String name) throws InterruptedException {
        if (!socket.post(SOCKET_LIMIT, renaming(id, name)).get(0)) {
            renameUnlessSo(id, name);
        }
    }

    private static String renaming(String id, String name) {
        return "/containers/" + id + "/rename?name=" + name;
    }

    /** A request that wasn't answered may have been carried out. */
    private void renameUnlessSo(String id, String name) throws InterruptedException {
        if (container(name).filter(named -> named.id().equals(id)).isEmpty()) {
            call("rename", id, name);
        }
    }

    /** Sets the restart policy: {@code no}, {@code always}, {@code on-failure:3} … */
    public void restartPolicy(String id, String policy) throws InterruptedException {
        call("update", "--restart=" + policy, id);
    }

    /** Attaches a container to a network under further names. Never do this to a live one. */
    public void connect(String network, String id, List<String> aliases) throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("network", "connect"));
        aliases.forEach(alias -> arguments.addAll(List.of("--alias", alias)));
        arguments.addAll(List.of(network, id));
        call(arguments);
    }

    /** Detaches a container from a network. Never do this to a live one: its connections are cut. */
    public void disconnect(String network, String id) throws InterruptedException {
        call("network", "disconnect", network, id);
    }

    /** Gives an image another name. */
    public void tag(String image, String name) throws InterruptedException {
        call("tag", image, name);
    }

    /** Takes a name off an image; the image goes with its last name. A name that isn't there is no error. */
    public void untag(String name) throws InterruptedException {
        CommandResult result = host.run(command(List.of("image", "rm", name)));
        if (!result.succeeded() && !result.err().contains("No such image")) {
            throw failure(List.of("image rm", name), result);
        }
    }

    /**
     * Builds an image from these {@code docker build} arguments; may take an hour. A failed build leaves nothing behind,
     * not even the container of its last step, which on a full disk holds the room that is missing.
     *
     * @throws DockerException with all that the build printed: the failed step's own words are on its standard output
     */
    public void build(List<String> arguments, String dockerfileOnInput) throws InterruptedException {
        build(arguments, Map.of(), dockerfileOnInput);
    }

    /** The same with variables in the client's environment: {@code --build-arg=NAME} takes its value from there. */
    public void build(List<String> arguments, Map<String, String> environment, String dockerfileOnInput)
            throws InterruptedException {
        Command build = command(concat(List.of("build", "--force-rm"), arguments))
                .withInput(dockerfileOnInput)
                .withEnvironment(environment)
                .within(BUILD_LIMIT);
        CommandResult result = host.run(build);
        if (!result.succeeded()) {
            String printed = result.out() + LEGACY_BUILDER.matcher(result.err()).replaceFirst("");
            throw failure(List.of("build"), new CommandResult(result.exitCode(), "", printed));
        }
    }

    /** Pulls an image; may take an hour. */
    public void pull(String reference) throws InterruptedException {
        checked(command(List.of("pull", "--quiet", reference)).within(BUILD_LIMIT));
    }

    /** The last lines that a container wrote to either stream. */
    public String logs(String id, int lines) throws InterruptedException {
        CommandResult result = host.run(command(List.of("logs", "--tail", Integer.toString(lines), id)));
        return result.out() + result.err();
    }

    /** Runs a program inside a running container and returns how it ended, whatever the exit code. */
    public CommandResult exec(String id, List<String> argv, String input, Duration limit) throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("exec", "--interactive", id));
        arguments.addAll(argv);
        return host.run(command(arguments).withInput(input).within(limit));
    }

    /** The processes of a running container, by number on the Docker host, with their command lines. */
    public Map<Long, String> processes(String id) throws InterruptedException {
        return Inspection.processes(call("top", id, "-eo", "pid,args"));
    }

    /** Starts waiting for a container to exit; the command ends, printing the exit code, when it does. */
    public RunningCommand awaitExit(String id) {
        return host.start(command(List.of("wait", id)));
    }

    /** The variables that a container was given, apart from those of its image. They may hold secrets. */
    public Map<String, String> environment(Container container) throws InterruptedException {
        Map<String, String> given = new TreeMap<>(inspect("container", container.id())
                .map(Inspection::environment)
                .orElse(Map.of()));
        Map<String, String> image = inspect("image", container.imageId())
                .map(Inspection::environment)
                .orElse(Map.of());
        given.entrySet().removeAll(image.entrySet());
        return Map.copyOf(given);
    }

    /** Runs {@code docker} with these arguments and returns its standard output. */
    public String call(String... arguments) throws InterruptedException {
        return call(List.of(arguments));
    }

    /** Runs {@code docker} with these arguments and returns its standard output. */
    public String call(List<String> arguments) throws InterruptedException {
        return checked(command(arguments)).out();
    }

    private Optional<Inspection> inspect(String kind, String name) throws InterruptedException {
        List<String> arguments = List.of(kind, "inspect", "--", name);
        CommandResult result = host.run(command(arguments));
        if (!result.succeeded()) {
            if (result.err().contains("No such") || result.err().contains("not found")) {
                return Optional.empty();
            }
            throw failure(arguments, result);
        }
        return Optional.of(new Inspection(parse(result.out()).get(0)));
    }

    private static JsonNode parse(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new DockerException("'docker inspect' answered something that isn't JSON.", false);
        }
    }

    private CommandResult checked(Command command) throws InterruptedException {
        CommandResult result = host.run(command);
        if (!result.succeeded()) {
            throw failure(command.argv().subList(1, command.argv().size()), result);
        }
        return result;
    }

    private static Command command(List<String> arguments) {
        return Command.of(concat(List.of("docker"), arguments));
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static DockerException failure(List<String> arguments, CommandResult result) {
        String said =
                result.err().isBlank() ? result.out().strip() : result.err().strip();
        boolean unreachable =
                said.contains("Cannot connect to the Docker daemon") || said.contains("error during connect");
        return new DockerException(
                "'docker " + arguments.get(0) + "' failed (exit code " + result.exitCode() + "): " + said, unreachable);
    }
}
