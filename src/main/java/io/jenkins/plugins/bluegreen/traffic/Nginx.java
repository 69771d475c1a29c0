package io.jenkins.plugins.bluegreen.traffic;

import io.jenkins.plugins.bluegreen.docker.Docker;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An nginx that runs in a container. Of its configuration one file is ours, with an {@code upstream} block named after
 * the app; the server block is the user's and says {@code proxy_pass http://<app>;}.
 *
 * <p>nginx doesn't start while that upstream is missing. Before the first deploy either leave the server block out and
 * reload nginx with it afterwards, or add it to a running nginx without reloading: {@link Router#preflight} accepts an
 * unknown upstream of this name as long as our file doesn't exist, and the first deploy brings both into force.
 *
 * <p>nginx looks the names in an upstream up when it loads it: a container that Docker restarts, and which then gets
 * another address, is found again at the next reload only.
 *
 * @param container the container's name
 * @param file the file's path in it; empty means {@code /etc/nginx/conf.d/bluegreen-<app>.conf}. A directory that nginx
 *     includes, and best one that outlives the container
 */
public record Nginx(String container, Optional<String> file) implements Routing {
    private static final Pattern PATH = Pattern.compile("(/[\\w.@+-]+)+");

    public Nginx {
        ProxyContainer.checkedName(container);
        if (file.isPresent() && !PATH.matcher(file.get()).matches()) {
            throw new IllegalArgumentException("'" + file.get() + "' can't be nginx's upstream file: give an absolute"
                    + " path of letters, digits and '_', '.', '@', '+', '-', such as /etc/nginx/conf.d/app.conf.");
        }
    }

    @Override
    public Router open(Docker docker, String app) {
        String path = file.orElse("/etc/nginx/conf.d/bluegreen-" + app + ".conf");
        return new NginxRouter(new ProxyContainer(docker, container), path, app);
    }

    @Override
    public String door() {
        return "nginx " + container + file.map(path -> " " + path).orElse("");
    }
}
