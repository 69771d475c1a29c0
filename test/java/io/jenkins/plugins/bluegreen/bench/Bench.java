package io.jenkins.plugins.bluegreen.bench;

import io.jenkins.plugins.bluegreen.cli.terminal.Cancellation;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.host.LocalHost;
import io.jenkins.plugins.bluegreen.jenkins.real.Overhead;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code bench/run}, once the machine is prepared; its arguments are the same.
 *
 * <p>Exit codes: 0 where we lost no request and left nothing behind, 1 where we did, 2 where the arguments are wrong, 130
 * where it was called off.
 */
public final class Bench {
    private static final int WRONG = 2;
    private static final int CALLED_OFF = 130;
    private static final int SWAPS = 1000;

    private final Results results;

    private Bench(Results results) {
        this.results = results;
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Cancellation.ofThisThread(new PrintWriter(out, true, StandardCharsets.UTF_8));
        Bench bench = new Bench(new Results(out, new Docker(new LocalHost())));
        System.exit(bench.code(List.of(args)));
    }

    private int code(List<String> args) {
        try {
            return run(args.get(0), args.subList(1, args.size())) ? 0 : 1;
        } catch (InterruptedException e) {
            return CALLED_OFF;
        } catch (IllegalArgumentException e) {
            results.say(e.getMessage());
            return WRONG;
        } catch (Exception | AssertionError e) {
            results.say("The benchmark broke off: " + e);
            return 1;
        }
    }

    private boolean run(String what, List<String> arguments) throws Exception {
        return switch (what) {
            case "swap" -> swap(arguments);
            case "many" -> new ManyBench(results).run();
            case "soak" -> new SoakBench(results).run(arguments.isEmpty() ? SWAPS : number(arguments.get(0)));
            case "kill" -> new KillBench(results).run();
            case "jenkins" -> jenkins();
            default -> throw new IllegalArgumentException("There is no benchmark '" + what + "'; see bench/run --help");
        };
    }

    private boolean jenkins() throws Exception {
        Optional<Overhead> measured = Overhead.measure(results::say);
        if (measured.isPresent()) {
            results.say(measured.get().text());
            results.write("jenkins", measured.get());
        }
        return measured.isPresent();
    }

    private boolean swap(List<String> arguments) throws Exception {
        boolean chosen = !arguments.isEmpty() && arguments.get(0).equals("--phases");
        if (chosen && arguments.size() < 2) {
            throw new IllegalArgumentException("--phases needs seconds, such as 0,4.");
        }
        String phases = chosen ? arguments.get(1) : "0,2,4,6,8";
        List<Integer> seconds =
                Stream.of(phases.split(",", -1)).map(Bench::number).toList();
        return new SwapBench(results).run(seconds, arguments.subList(chosen ? 2 : 0, arguments.size()));
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("'" + text + "' is no number; see bench/run --help");
        }
        return Integer.parseInt(text);
    }
}
