package io.jenkins.plugins.bluegreen.demo;

import io.jenkins.plugins.bluegreen.meter.Reading;
import io.jenkins.plugins.bluegreen.report.Act;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The table at the end. */
final class Scoreboard {
    private final List<Act> acts;

    Scoreboard(List<Act> acts) {
        this.acts = List.copyOf(acts);
    }

    void show(Screen screen) {
        screen.line("");
        screen.line(screen.faint(row("act", "requests", "lost", "longest gap", "live", "verdict")));
        for (int i = 0; i < acts.size(); i++) {
            Act act = acts.get(i);
            screen.line(row(
                    i + 1 + "  " + act.name(),
                    number(act, Reading::requests, ""),
                    number(act, Reading::lost, ""),
                    number(act, Reading::longestGapMillis, " ms"),
                    act.live().orElse("none"),
                    screen.sign(act.good()) + " " + act.verdict()));
        }
        screen.line(row(
                "   all",
                count(sum(Reading::requests)),
                count(sum(Reading::lost)),
                count(readings().mapToLong(Reading::longestGapMillis).max().orElse(0)) + " ms",
                "",
                screen.sign(good()) + (good() ? " all as it should be" : " not all as it should be")));
        faults(screen);
    }

    /** Whether every act ended as it should, and no request was lost. */
    boolean good() {
        return acts.stream().allMatch(Act::good) && sum(Reading::lost) == 0 && sum(Reading::requests) > 0;
    }

    private void faults(Screen screen) {
        for (Act act : acts) {
            act.across().ifPresent(reading -> reading.faults()
                    .forEach(fault -> screen.line("  " + screen.sign(false) + " " + act.name() + ": " + fault.requests()
                            + " lost because: " + fault.reason())));
        }
    }

    private long sum(ToLongFunction<Reading> what) {
        return readings().mapToLong(what).sum();
    }

    private Stream<Reading> readings() {
        return acts.stream().map(Act::across).flatMap(Optional::stream);
    }

    private static String number(Act act, ToLongFunction<Reading> what, String unit) {
        return act.across()
                .map(reading -> count(what.applyAsLong(reading)) + unit)
                .orElse("–");
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "  %-41s %8s  %4s  %11s  %-4s  %s", (Object[]) cells)
                .stripTrailing();
    }
}
