package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.traffic.Backend;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the Docker host shows of one app: by their names, who is live, who isn't yet, and who isn't any more.
 *
 * @param names the app's names
 * @param live the container under the app's plain name
 * @param candidate a new version that hasn't been switched to
 * @param returning a kept version that hasn't been switched back to
 * @param draining the old version of a switch that hasn't been completed
 * @param hook the container in which a pre-switch command runs
 * @param kept stopped versions, the one that was live last first
 */
record Observation(
        Names names,
        Optional<Container> live,
        Optional<Container> candidate,
        Optional<Container> returning,
        Optional<Container> draining,
        Optional<Container> hook,
        List<Container> kept) {

    static Observation of(Docker docker, Names names) throws InterruptedException {
        List<Container> all = docker.containersNamed(name -> isOurs(names, name));
        List<Stint> stints = all.stream().map(Stint::of).toList();
        Observation whole = new Observation(
                names,
                named(all, names.live()),
                named(all, names.candidate()),
                named(all, names.returning()),
                named(all, names.draining()),
                named(all, names.hook()),
                stints.stream()
                        .filter(stint -> isKept(names, stint.container()))
                        .sorted(Stint.lastLiveFirst(stints))
                        .map(Stint::container)
                        .toList());
        return whole.withoutStrangers();
    }

    /** None of ours runs once it is kept, so one that does and isn't known is somebody else's, whatever its name. */
    private Observation withoutStrangers() {
        List<Container> known =
                kept.stream().filter(it -> familiar(it) || !it.running()).toList();
        return new Observation(names, live, candidate, returning, draining, hook, known);
    }

    private static boolean isOurs(Names names, String name) {
        return name.equals(names.live())
                || name.equals(names.candidate())
                || name.equals(names.returning())
                || name.equals(names.draining())
                || name.equals(names.hook())
                || names.isKept(name);
    }

    /** An app may be called as a kept version of another. */
    private static boolean isKept(Names names, Container container) {
        return names.isKept(container.name())
                && container
                        .label(Label.APP)
                        .filter(app -> !app.equals(names.app()))
                        .isEmpty();
    }

    private static Optional<Container> named(List<Container> all, String name) {
        return all.stream().filter(container -> container.name().equals(name)).findFirst();
    }

    /** The newcomer of an unfinished deployment, whichever way it came. */
    Optional<Container> newcomer() {
        return candidate.or(() -> returning);
    }

    /** True where a deployment was begun and neither finished nor undone. */
    boolean unfinished() {
        return newcomer().isPresent()
                || draining.isPresent()
                || hook.isPresent()
                || isLeavingOne()
                || live.filter(this::ours).filter(it -> !comesBack(it)).isPresent();
    }

    /** True where a version that is over still runs, or would come back. */
    boolean isLeavingOne() {
        return kept.stream().filter(this::familiar).anyMatch(it -> it.running() || comesBack(it));
    }

    /** True where the engine would start it again when it restarts itself. */
    static boolean comesBack(Container container) {
        return !container.restartPolicy().equals("no");
    }

    /** True where we created it. */
    boolean ours(Container container) {
        return container.label(Label.APP).filter(names.app()::equals).isPresent();
    }

    /** True where we created it, or one that we created took its place and is still there to tell. */
    boolean familiar(Container container) {
        return ours(container)
                || Stream.concat(Stream.of(live, candidate, returning).flatMap(Optional::stream), kept.stream())
                        .filter(this::ours)
                        .flatMap(one -> one.label(Label.TOOK_OVER).stream())
                        .anyMatch(container.id()::equals);
    }

    /** The version a container of this app is. */
    String version(Container container) {
        return version(names, container);
    }

    /**
     * The version a container is; for one that we didn't create, its image's tag or else the beginning of its image's id.
     */
    static String version(Names names, Container container) {
        return container.label(Label.VERSION).orElseGet(() -> foreignVersion(names, container));
    }

    private static String foreignVersion(Names names, Container container) {
        if (names.isKept(container.name())) {
            return names.keptVersion(container.name());
        }
        String tag = container.image().replaceFirst("^.*/", "").replaceFirst("^[^:]*:?", "");
        boolean telling = tag.matches("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}") && !tag.equals("latest");
        return telling ? tag : container.imageId().replaceFirst("^sha256:", "").substring(0, 12);
    }

    /** Which colour a container has on the app's network; empty for one that we didn't create. */
    Optional<String> colour(Container container, String network) {
        return Optional.ofNullable(container.networks().get(network))
                .flatMap(endpoint -> List.of(names.blue(), names.green()).stream()
                        .filter(endpoint.aliases()::contains)
                        .findFirst());
    }

    /** The colour that the live version doesn't have. */
    String freeColour(String network) {
        return live.flatMap(container -> colour(container, network))
                .filter(names.blue()::equals)
                .map(blue -> names.green())
                .orElse(names.blue());
    }

    /**
     * A container as a proxy is to see it: by its colour, or by its short id, which Docker's DNS knows too and which, like
     * a colour, stays when the name changes.
     *
     * @param port where it listens if we didn't create it
     */
    Backend backend(Container container, String network, int port) {
        Container.Endpoint endpoint = container.networks().get(network);
        return new Backend(
                colour(container, network).orElse(container.id().substring(0, 12)),
                endpoint == null ? "" : endpoint.address(),
                port(container, port));
    }

    /** The port on which a container listens; {@code otherwise} for one that we didn't create, which doesn't tell. */
    static int port(Container container, int otherwise) {
        return container
                .label(Label.PORT)
                .filter(port -> port.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .orElse(otherwise);
    }
}
