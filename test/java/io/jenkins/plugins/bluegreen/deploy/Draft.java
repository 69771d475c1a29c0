package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.host.Secret;
import io.jenkins.plugins.bluegreen.liveness.Liveness;
import io.jenkins.plugins.bluegreen.liveness.TcpCheck;
import io.jenkins.plugins.bluegreen.traffic.DockerDns;
import io.jenkins.plugins.bluegreen.traffic.Routing;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A deployment that is fine but for what a test changes. */
final class Draft {
    String app = "orders";
    String version = "1.2";
    Source source = new Source.Ready("orders:1.2");
    String network = "skycloud";
    int port = 3000;
    Map<String, String> environment = Map.of();
    List<String> volumes = List.of();
    List<String> command = List.of();
    Optional<String> user = Optional.empty();
    Optional<String> memory = Optional.empty();
    Optional<String> cpus = Optional.empty();
    Map<String, String> labels = Map.of();
    List<String> capDrop = List.of();
    Optional<String> stopSignal = Optional.empty();
    Duration stopGrace = Duration.ofSeconds(30);
    List<String> networks = List.of();
    List<String> extra = List.of();
    Duration interval = Duration.ofMillis(100);
    Duration timeout = Duration.ofSeconds(2);
    int successes = 3;
    Duration deadline = Duration.ofMinutes(1);
    Optional<Hook> preSwitch = Optional.empty();
    Drain drain = new Drain(Duration.ofSeconds(30), Duration.ZERO);
    Duration bake = Duration.ZERO;
    int keep = 2;
    Duration lockWait = Duration.ZERO;
    Optional<Metering> metering = Optional.empty();
    String by = "Jo";
    Optional<String> commit = Optional.empty();
    Routing routing = DockerDns.DEFAULT;

    Deployment deployment() {
        Map<String, Secret> secrets = new TreeMap<>();
        environment.forEach((name, value) -> secrets.put(name, Secret.of(value)));
        return new Deployment(
                app,
                version,
                source,
                network,
                port,
                secrets,
                new RunOptions(
                        volumes,
                        command,
                        user,
                        memory,
                        cpus,
                        labels,
                        false,
                        capDrop,
                        false,
                        stopSignal,
                        stopGrace,
                        networks,
                        extra),
                new Liveness(new TcpCheck(), interval, timeout, successes, deadline),
                preSwitch,
                routing,
                drain,
                bake,
                keep,
                lockWait,
                metering,
                by,
                commit,
                false);
    }

    static Source.Build build(String context, String dockerfile, String target) {
        return new Source.Build(context, dockerfile, Optional.of(target), Map.of());
    }

    static Metering metering(String url, double perSecond) {
        return new Metering(URI.create(url), perSecond, "X-Version");
    }
}
