package io.jenkins.plugins.bluegreen.bench;

import java.util.List;
import java.util.Locale;

/** The figures as a table in Markdown, each with its target's verdict where there is one. */
final class SwapTable {
    private final Floor floor;
    private final List<MethodFigures> methods;

    SwapTable(Floor floor, List<MethodFigures> methods) {
        this.floor = floor;
        this.methods = methods;
    }

    String text() {
        MarkdownTable table = new MarkdownTable(
                "method",
                "swap s",
                "over floor s",
                "lost / requests",
                "gap s",
                "p99 before ms",
                "p99 during ms",
                "ratio",
                "first answer s after ready",
                "after listening",
                "whole command s");
        for (MethodFigures method : methods) {
            if (!method.swaps().isEmpty()) {
                row(table, method);
            }
        }
        StringBuilder text = new StringBuilder("\nMedian [worst] of the swaps of one run.\n\n" + table.text());
        text.append(floorLine());
        for (MethodFigures method : methods) {
            if (!method.trouble().isEmpty()) {
                text.append('\n').append(method.title()).append(": ").append(method.trouble());
            }
        }
        return text.toString();
    }

    private void row(MarkdownTable table, MethodFigures of) {
        Targets targets = of.targets();
        boolean ours = targets.ours();
        Summary over = of.summary(swap -> swap.seconds() - floor.seconds());
        Summary ratio = of.summary(SwapFigures::ratio);
        Summary first = of.summary(SwapFigures::firstAnswerSinceReady);
        boolean firstPromised = targets.overFloor().isPresent();
        table.row(
                of.title(),
                of.summary(SwapFigures::seconds).show(2),
                over.show(2)
                        + verdict(
                                targets.overFloor().isPresent(),
                                over.median() <= targets.overFloor().orElse(0)),
                of.summary(SwapFigures::lost).show(0)
                        + String.format(
                                Locale.ROOT,
                                " / %,.0f",
                                of.summary(SwapFigures::requests).median())
                        + verdict(ours, of.lost() == 0),
                of.summary(SwapFigures::gapSeconds).show(2),
                of.summary(SwapFigures::p99Before).show(1),
                of.summary(SwapFigures::p99During).show(1),
                ratio.show(1) + verdict(ours, ratio.median() <= Targets.LATENCY_RATIO),
                first.show(2) + verdict(firstPromised, first.median() <= Targets.FIRST_ANSWER),
                of.summary(SwapFigures::firstAnswer).show(2),
                of.summary(SwapFigures::wholeSeconds).show(2));
    }

    private static String verdict(boolean promised, boolean reached) {
        return promised ? Targets.verdict(reached) : "";
    }

    private String floorLine() {
        return String.format(
                Locale.ROOT,
                "%nThe floor: %.2f s = %.2f container start + %.2f until it listens + %.2f probe + %.2f longest request"
                        + " + %.2f stop. A container that only starts and stops raises p99 to %.1f x.%nTargets: 0 lost; over the floor at most 0.2 s with nginx and HAProxy, 0.7 s with"
                        + " NPM's API; first answer at most %.1f s after ready; p99 during at most %.1f x before.%n",
                floor.seconds(),
                floor.start(),
                floor.listen(),
                floor.probe(),
                floor.request(),
                floor.stop(),
                floor.p99Ratio(),
                Targets.FIRST_ANSWER,
                Targets.LATENCY_RATIO);
    }
}
