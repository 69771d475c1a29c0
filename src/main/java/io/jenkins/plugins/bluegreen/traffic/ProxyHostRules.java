package io.jenkins.plugins.bluegreen.traffic;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which proxy hosts can be switched without loss by changing their target. Each method throws {@link RouterException} with
 * the reason where one can't.
 *
 * @param app the app's name
 */
record ProxyHostRules(String app) {
    private static final Pattern PROXY_PASS = Pattern.compile("proxy_pass\\s+\"?\\w+://([^:/;\\s\"]+)");

    /** Finds the one proxy host that serves a domain. */
    static ProxyHost select(List<ProxyHost> all, String domain) {
        List<ProxyHost> matching =
                all.stream().filter(host -> host.serves(domain)).toList();
        if (matching.size() == 1) {
            return matching.get(0);
        }
        List<String> domains =
                all.stream().flatMap(host -> host.domains().stream()).sorted().toList();
        throw new RouterException((matching.isEmpty() ? "No proxy host" : matching.size() + " proxy hosts")
                + " of NGINX Proxy Manager serve" + (matching.isEmpty() ? "s" : "") + " '" + domain
                + "', and it takes exactly one. There are: " + (domains.isEmpty() ? "none" : String.join(", ", domains))
                + ". Correct the domain, or give the user sight of the proxy host.");
    }

    /** What must hold whenever it is switched. */
    static void requireEnabled(ProxyHost host, String name) {
        if (!host.enabled()) {
            throw new RouterException(
                    name + " is disabled, so it would serve nothing after a switch either. Enable it in NGINX Proxy"
                            + " Manager.");
        }
    }

    /** What must hold before a deployment begins. */
    void check(ProxyHost host, List<ProxyHost> all, String name) {
        requireEnabled(host, name);
        if (host.online().filter(online -> !online).isPresent()) {
            throw new RouterException(name + " is offline: " + host.complaint()
                    + ". Its site is down already; save it in NGINX Proxy Manager without the fault first.");
        }
        if (!host.dangling().isEmpty()) {
            throw new RouterException(name + " refers to " + String.join(" and ", host.dangling())
                    + ", which does not exist, and so serves without that protection. Correct it in NGINX Proxy"
                    + " Manager first.");
        }
        checkPaths(host, name);
        all.stream()
                .filter(other -> other.enabled() && other.id() != host.id())
                .forEach(other -> checkNeighbour(other, name));
    }

    /** A literal name is resolved once, when the configuration is loaded, and stays where it was after a switch. */
    private void checkPaths(ProxyHost host, String name) {
        for (ProxyHost.Location location : host.locations()) {
            if (location.path().equals("/")) {
                throw new RouterException(
                        name + " has a custom location '/', which takes all requests whatever the host"
                                + " forwards to. Remove it and forward the host itself.");
            }
            if (isApp(location.forwardHost())) {
                throw new RouterException(
                        name + " has a custom location '" + location.path() + "' that forwards to '"
                                + location.forwardHost()
                                + "'. nginx looks that name up only once, so the location would go on"
                                + " sending to the old version. Remove it, or forward to $server in an advanced configuration.");
            }
        }
        Matcher target = PROXY_PASS.matcher(host.advancedConfig());
        while (target.find()) {
            if (isApp(target.group(1))) {
                throw new RouterException(name + " forwards to '" + target.group(1) + "' in its advanced configuration."
                        + " nginx looks that name up only once, so it would go on sending to the old version. Use"
                        + " $server:$port there, which a switch changes.");
            }
        }
    }

    /** Another proxy host on the same app isn't switched, and would fail once the old version is stopped. */
    private void checkNeighbour(ProxyHost other, String name) {
        boolean forwards = isApp(other.forwardHost())
                || other.locations().stream().anyMatch(location -> isApp(location.forwardHost()));
        if (forwards) {
            throw new RouterException("The proxy host " + other.domains() + " forwards to '" + app + "' too, and only "
                    + name + " is switched, so it would lose requests. Add its domains to that one, or use the"
                    + " Docker DNS router, which switches both.");
        }
    }

    private boolean isApp(String host) {
        return Set.of(app, app + "-blue", app + "-green").contains(host);
    }
}
