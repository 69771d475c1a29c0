package io.jenkins.plugins.bluegreen.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.docker.Docker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Switches a proxy host of NGINX Proxy Manager. A switch counts only where the new target was echoed, nothing else about
 * the host changed, and its nginx runs with it; else the host is put back as it was.
 *
 * <p>The standby is ignored: a proxy host has one target. Requests that the new version refuses during a bake are lost
 * until the switch back, which takes as long as any switch.
 */
final class ProxyManagerRouter implements Router {
    /** Between the answer to a change and the moment at which nginx has taken it up; a reload only signals. */
    private static final Duration UNSEEN = Duration.ofSeconds(1);

    private static final Duration POLL = Duration.ofMillis(100);

    private final ProxyManager settings;
    private final Docker docker;
    private final ProxyManagerApi api;
    private final ProxyHostRules rules;
    private final Duration settling;
    private final Optional<NginxWorkers> workers;
    private Optional<Long> id = Optional.empty();
    private Optional<String> routed = Optional.empty();
    private Optional<Set<Long>> outdated = Optional.empty();

    /** @param settling how long NGINX Proxy Manager may take to say whether nginx runs with a change */
    ProxyManagerRouter(ProxyManager settings, Docker docker, String app, ProxyManagerApi api, Duration settling) {
        this.settings = settings;
        this.docker = docker;
        this.api = api;
        this.rules = new ProxyHostRules(app);
        this.settling = settling;
        this.workers = settings.container().map(name -> new NginxWorkers(docker, name));
    }

    @Override
    public String describe() {
        return "NGINX Proxy Manager's host '" + settings.domain() + "'";
    }

    @Override
    public void preflight(String network) throws InterruptedException {
        if (settings.container().isPresent()) {
            requireOn(network, settings.container().get());
        }
        api.requireReady();
        List<ProxyHost> all = api.proxyHosts();
        rules.check(ProxyHostRules.select(all, settings.domain()), all, describe());
    }

    /** A target that the proxy can't reach is accepted and online, and then answers 502. */
    private void requireOn(String network, String name) throws InterruptedException {
        Container proxy = docker.container(name)
                .orElseThrow(() -> new RouterException("There is no container '" + name
                        + "' for NGINX Proxy Manager. Give its name as 'docker ps' shows it, or leave it out."));
        if (!proxy.running()) {
            throw new RouterException("The container '" + name + "' of NGINX Proxy Manager does not run: it is "
                    + proxy.status() + ". Start it.");
        }
        if (!proxy.networks().containsKey(network)) {
            throw new RouterException("The container '" + name + "' of NGINX Proxy Manager is not on the network '"
                    + network + "' but on " + proxy.networks().keySet()
                    + ", so it could not reach the app. Connect it: docker network connect " + network + " " + name);
        }
    }

    @Override
    public Optional<String> current() throws InterruptedException {
        return Optional.of(host().target());
    }

    @Override
    public void route(Backend live, Optional<Backend> standby) throws InterruptedException {
        ProxyHost before = host();
        ProxyHostRules.requireEnabled(before, describe());
        if (isRouted(before, live)) {
            return;
        }
        Optional<Set<Long>> old = running();
        routed = Optional.empty();
        switchTo(live, before);
        routed = Optional.of(live.toString());
        outdated = old;
        if (old.isPresent() && !workers.orElseThrow().awaitRetired(old.get(), settling)) {
            throw putBack(
                    before,
                    Optional.empty(),
                    "nginx in '" + settings.container().orElseThrow() + "' did not take the change up within "
                            + settling.toSeconds() + " s");
        }
    }

    /** Only what this router did itself is believed: after a failed save, what is stored isn't what nginx does. */
    private boolean isRouted(ProxyHost host, Backend live) {
        return routed.filter(live.toString()::equals).isPresent()
                && host.target().equals(live.toString())
                && host.online().orElse(false);
    }

    private void switchTo(Backend live, ProxyHost before) throws InterruptedException {
        Optional<ProxyHost> after = Optional.empty();
        String fault;
        try {
            after = Optional.of(changed(before.id(), ProxyHost.forwardingTo(live)));
            fault = fault(before, after.get(), live.toString());
        } catch (RouterException e) {
            fault = e.getMessage();
        }
        if (!fault.isEmpty()) {
            throw putBack(before, after, fault);
        }
    }

    private static String fault(ProxyHost before, ProxyHost after, String target) {
        List<String> changes = before.changesIn(after);
        if (!changes.isEmpty()) {
            return "more changed than the target: " + String.join(", ", changes);
        }
        if (!after.target().equals(target)) {
            return "it shows " + after.target() + " as its target";
        }
        if (after.online().isEmpty()) {
            return "it did not say in time whether nginx runs with the change";
        }
        return after.online().get()
                ? ""
                : "its nginx refused the change and took the host off line; " + after.complaint();
    }

    private RouterException putBack(ProxyHost before, Optional<ProxyHost> after, String fault)
            throws InterruptedException {
        routed = Optional.empty();
        String what = describe() + " was not switched: " + fault + ". ";
        try {
            String left = fault(before, changed(before.id(), before.restoring(after)), before.target());
            return new RouterException(
                    what + (left.isEmpty() ? "It was put back: " + asBefore(before) : stuck(before, left)));
        } catch (RouterException e) {
            return new RouterException(
                    what
                            + (untouched(before)
                                    ? "Nothing was changed: " + asBefore(before)
                                    : stuck(before, e.getMessage())),
                    e);
        }
    }

    /** Whoever may not change a host can't put it back either, and needn't. */
    private boolean untouched(ProxyHost before) throws InterruptedException {
        try {
            return fault(before, api.proxyHost(before.id()), before.target()).isEmpty();
        } catch (RouterException unknown) {
            return false;
        }
    }

    private static String asBefore(ProxyHost before) {
        return "it forwards to " + before.target() + " as before.";
    }

    private static String stuck(ProxyHost before, String why) {
        return "IT COULD NOT BE PUT BACK: " + why + ". Set its target to " + before.target()
                + " in NGINX Proxy Manager and save it; that version still runs.";
    }

    /** Changes a host, and returns it as it is when its state is known, or when the time for that is over. */
    private ProxyHost changed(long host, ObjectNode part) throws InterruptedException {
        long end = System.nanoTime() + settling.toNanos();
        ProxyHost answered = api.change(host, part);
        if (answered.online().filter(online -> !online).isPresent()) {
            return answered;
        }
        ProxyHost now = api.proxyHost(host);
        while (now.online().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(POLL.toMillis());
            now = api.proxyHost(host);
        }
        return now;
    }

    private ProxyHost host() throws InterruptedException {
        if (id.isPresent()) {
            ProxyHost known = api.proxyHost(id.get());
            if (known.serves(settings.domain())) {
                return known;
            }
        }
        ProxyHost found = ProxyHostRules.select(api.proxyHosts(), settings.domain());
        id = Optional.of(found.id());
        return found;
    }

    private Optional<Set<Long>> running() throws InterruptedException {
        return workers.isEmpty() ? Optional.empty() : Optional.of(workers.get().now());
    }

    /**
     * Where the container is known, true when the workers that ran at the switch have ended. Where not, nobody can see
     * when requests under way have ended: true at once, and {@link #afterglow()} and the app's own stop grace cover it.
     */
    @Override
    public boolean awaitLeft(Backend left, Duration limit) throws InterruptedException {
        if (workers.isEmpty()) {
            return true;
        }
        if (outdated.isEmpty()) {
            outdated = Optional.of(workers.get().retired());
        }
        return workers.get().awaitGone(outdated.get(), limit);
    }

    @Override
    public String stragglers() {
        return "old nginx workers of " + describe();
    }

    @Override
    public Duration afterglow() {
        return workers.isEmpty() ? UNSEEN : Duration.ZERO;
    }
}
