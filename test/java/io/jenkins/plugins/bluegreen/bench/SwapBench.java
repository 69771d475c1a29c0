package io.jenkins.plugins.bluegreen.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every way to replace a version, one after another, in one run. */
final class SwapBench {
    private static final List<Method> METHODS = List.of(
            new Naive(),
            new Swarm(),
            new Ours("dns", "ours, Docker's DNS", true, Targets.losingNothing(), FrontDoor::dns),
            new Ours("nginx", "ours, nginx", false, Targets.overFloor(0.2), FrontDoor::nginx),
            new Ours("npm", "ours, NPM's API (fake)", true, Targets.overFloor(0.7), FrontDoor::npm),
            new Ours("port", "ours, port (HAProxy)", false, Targets.overFloor(0.2), FrontDoor::port));

    private final Results results;

    SwapBench(Results results) {
        this.results = results;
    }

    /** Measures these methods, or all where none is named. True where ours lost nothing. */
    boolean run(List<Integer> phases, List<String> names) throws IOException, InterruptedException {
        List<Method> wanted = wanted(names);
        results.say("Measuring the floor ...");
        Floor floor = Floor.measure();
        List<MethodFigures> all = new ArrayList<>();
        for (Method method : wanted) {
            all.add(measure(method, phases));
        }
        results.say(new SwapTable(floor, all).text());
        results.write("swap", new Measured(floor, all));
        return all.stream().allMatch(MethodFigures::good);
    }

    /** What the file holds. */
    private record Measured(Floor floor, List<MethodFigures> methods) {}

    private static List<Method> wanted(List<String> names) {
        for (String name : names) {
            if (METHODS.stream().noneMatch(method -> method.name().equals(name))) {
                throw new IllegalArgumentException("There is no method '" + name + "'; see bench/run --help");
            }
        }
        Stream<Method> wanted = METHODS.stream().filter(method -> names.isEmpty() || names.contains(method.name()));
        return wanted.toList();
    }

    private MethodFigures measure(Method method, List<Integer> phases) throws InterruptedException {
        List<SwapFigures> figures = new ArrayList<>();
        for (int phase : phases) {
            results.say("Swap: " + method.title() + ", phase " + phase + " s ...");
            try {
                figures.add(Trial.run(method, phase));
            } catch (InterruptedException e) {
                throw e;
            } catch (UnavailableException e) {
                return MethodFigures.without(method, figures, "NOT RUN: " + e.getMessage());
            } catch (Exception | AssertionError e) {
                return MethodFigures.without(method, figures, "FAILED: " + e.getMessage());
            }
        }
        return MethodFigures.of(method, figures);
    }
}
