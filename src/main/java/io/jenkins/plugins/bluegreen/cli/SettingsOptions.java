package io.jenkins.plugins.bluegreen.cli;

import io.jenkins.plugins.bluegreen.settings.Key;
import io.jenkins.plugins.bluegreen.settings.Kind;
import io.jenkins.plugins.bluegreen.settings.OptionLayer;
import io.jenkins.plugins.bluegreen.settings.Section;
import io.jenkins.plugins.bluegreen.settings.Settings;
import io.jenkins.plugins.bluegreen.settings.SettingsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options for {@link Key}s: added to a command, and read from what was parsed. */
final class SettingsOptions {
    private SettingsOptions() {}

    /** Gives a command an option for each of these settings, under their headings. */
    static void addTo(CommandSpec command, Predicate<Key> wanted) {
        int order = 0;
        for (Section section : Section.values()) {
            List<Key> keys =
                    keys(wanted).filter(key -> key.section() == section).toList();
            if (keys.isEmpty()) {
                continue;
            }
            ArgGroupSpec.Builder group = ArgGroupSpec.builder()
                    .heading("%n" + section.heading() + ":%n")
                    .exclusive(false)
                    .validate(false)
                    .multiplicity("0..1")
                    .order(order++);
            for (Key key : keys) {
                group.addArg(option(key, order++));
            }
            command.addArgGroup(group.build());
        }
    }

    private static Stream<Key> keys(Predicate<Key> wanted) {
        return Stream.of(Key.values()).filter(key -> !key.option().isEmpty()).filter(wanted);
    }

    private static OptionSpec option(Key key, int order) {
        OptionSpec.Builder option =
                OptionSpec.builder(key.option()).description(help(key)).order(order);
        if (key == Key.RUN_OPTIONS) {
            option.parameterConsumer(SettingsOptions::takeWhateverFollows);
        }
        if (key.kind() == Kind.WORDS) {
            option.preprocessor(SettingsOptions::takeWhatFollowsAnEqualsSign);
        }
        return switch (key.kind()) {
            case FLAG -> option.type(Boolean.class).arity("0").negatable(true).build();
            default ->
                option.type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("1")
                        .paramLabel(key.label())
                        .hideParamSyntax(true)
                        .build();
        };
    }

    /** An option of docker's may be called as one of ours, which picocli takes for no value, not even behind an equals sign. */
    private static void takeWhateverFollows(Stack<String> arguments, ArgSpec option, CommandSpec command) {
        if (arguments.isEmpty()) {
            throw new MissingParameterException(command.commandLine(), option, "a value is missing");
        }
        take(arguments, option);
    }

    /** A command may begin like one of our options; behind an equals sign nothing else can be meant. */
    private static boolean takeWhatFollowsAnEqualsSign(
            Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> state) {
        boolean attached = state.get("separator") != null && !arguments.isEmpty();
        if (attached) {
            take(arguments, option);
        }
        return attached;
    }

    private static void take(Stack<String> arguments, ArgSpec option) {
        List<String> before = option.getValue();
        List<String> all = new ArrayList<>(before == null ? List.of() : before);
        all.add(arguments.pop());
        option.setValue(all);
    }

    private static String help(Key key) {
        boolean plain = key.fallback().isEmpty() || key.fallback().equals("false");
        return key.help() + (plain ? "" : " Default: " + key.fallback());
    }

    /** What was given. */
    static Settings read(ParseResult parsed, Path folder) {
        OptionLayer layer = new OptionLayer(folder);
        for (OptionSpec option : parsed.matchedOptionsSet()) {
            keys(key -> !takenByUs(key) && key.option().equals(option.longestName()))
                    .findFirst()
                    .ifPresent(key -> layer.with(key, values(key, option)));
        }
        // Picocli doesn't count an option as matched whose values it didn't take itself, nor forget them by itself.
        keys(SettingsOptions::takenByUs).forEach(key -> {
            OptionSpec option = parsed.commandSpec().findOption(key.option());
            if (option != null && option.getValue() != null) {
                try {
                    layer.with(key, values(key, option));
                } finally {
                    option.setValue(null);
                }
            }
        });
        return layer.settings();
    }

    private static boolean takenByUs(Key key) {
        return key == Key.RUN_OPTIONS || key.kind() == Kind.WORDS;
    }

    /** All are lists to picocli, which would let the last one win of options in groups that are given twice. */
    private static List<String> values(Key key, OptionSpec option) {
        Object value = option.getValue();
        if (!(value instanceof List<?> several)) {
            return List.of(String.valueOf(value));
        }
        if (several.size() > 1 && !key.kind().repeats()) {
            throw new SettingsException(key.option() + " is given more than once.");
        }
        return several.stream().map(String::valueOf).toList();
    }
}
