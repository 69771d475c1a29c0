package io.jenkins.plugins.bluegreen.bench;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.Edge;
import io.jenkins.plugins.bluegreen.fixture.Load;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.meter.Reading;
import io.jenkins.plugins.bluegreen.meter.Sample;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What no swap can be quicker than, in seconds: its parts as this machine does them, one after another.
 *
 * @param start {@code docker run}, until the app's process began
 * @param listen from there until the app listened
 * @param probe one interval between probes: what is ready can't be known to be sooner
 * @param request the longest request under way
 * @param stop {@code docker stop} of the app, idle
 * @param p99Ratio 99th percentile of the quick requests' latency while such a container is started and stopped, by that
 *     before: what the container alone does to users
 */
record Floor(double start, double listen, double probe, double request, double stop, double p99Ratio) {
    private static final int TIMES = 5;
    private static final double PROBE = 0.1;
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** All of it. */
    double seconds() {
        return start + listen + probe + request + stop;
    }

    /** Measures it, under the load that swaps are measured under; the median of each part. */
    static Floor measure() throws IOException, InterruptedException {
        Sandbox sandbox = new Sandbox().open();
        try {
            String app = sandbox.name("orders");
            Method.OLD.start(sandbox, app);
            Edge edge = Edge.upstream(sandbox, app, AppVersion.PORT);
            sandbox.awaitStatus(200, edge.uri("/"));
            List<Floor> all = new ArrayList<>();
            try (Load load = Trial.load(edge.uri("/"))) {
                Thread.sleep(Trial.WARM_UP.plus(Trial.BEFORE).toMillis());
                for (int time = 0; time < TIMES; time++) {
                    all.add(once(sandbox, sandbox.name("floor" + time), load));
                }
                load.end();
            }
            return new Floor(
                    median(all, Floor::start),
                    median(all, Floor::listen),
                    PROBE,
                    median(all, Floor::request),
                    median(all, Floor::stop),
                    median(all, Floor::p99Ratio));
        } finally {
            sandbox.close();
        }
    }

    private static Floor once(Sandbox sandbox, String name, Load load) throws IOException, InterruptedException {
        Docker docker = sandbox.docker();
        Instant begin = Instant.now();
        Method.NEW.start(sandbox, name);
        Instant started = sandbox.container(name).startedAt().orElseThrow();
        Instant listening = Listening.since(docker, name, Method.NEW);
        sandbox.awaitStatus(200, sandbox.uri(name, AppVersion.PORT, "/"));
        URI slow = sandbox.uri(name, AppVersion.PORT, "/slow?ms=" + Trial.SLOW.toMillis());
        Instant asked = Instant.now();
        sandbox.get(slow);
        Instant answered = Instant.now();
        docker.stop(name, GRACE);
        Instant stopped = Instant.now();
        docker.remove(name);
        return new Floor(
                seconds(begin, started),
                seconds(started, listening),
                PROBE,
                seconds(asked, answered),
                seconds(answered, stopped),
                p99Ratio(load, begin, stopped));
    }

    private static double p99Ratio(Load load, Instant begin, Instant end) {
        long calmEnds = Trial.WARM_UP.plus(Trial.BEFORE).toMillis();
        List<Sample> quick = load.quick().stream()
                .filter(sample -> sample.startMillis() >= Trial.WARM_UP.toMillis())
                .filter(sample -> sample.startMillis() < calmEnds || sample.startMillis() >= millis(load, begin))
                .toList();
        Reading reading = Reading.of(quick, calmEnds, millis(load, end));
        return reading.during().p99() / reading.before().p99();
    }

    private static long millis(Load load, Instant moment) {
        return Duration.between(load.startedAt(), moment).toMillis();
    }

    private static double median(List<Floor> all, ToDoubleFunction<Floor> part) {
        return Summary.of(all.stream().mapToDouble(part)).median();
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
