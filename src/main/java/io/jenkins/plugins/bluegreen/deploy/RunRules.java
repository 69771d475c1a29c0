package io.jenkins.plugins.bluegreen.deploy;

/** What {@link RunOptions} may hold. */
final class RunRules {
    /** An absolute path or a volume's name, an absolute path, and how it is mounted. */
    private static final Rule VOLUME = Rule.of(
            "A volume",
            "(?:/[^:\\p{Cc}\\p{Cs}\u2028\u2029]*|[A-Za-z0-9][A-Za-z0-9_.-]*):/[^:\\p{Cc}\\p{Cs}\u2028\u2029]+(?::[A-Za-z]+(?:,[A-Za-z]+)*)?",
            "source:target or source:target:mode, the source an absolute path or a volume's name, the target an absolute"
                    + " path, the mode such as ro");

    private static final Rule USER = Rule.of(
            "The user",
            "[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,63})?",
            "a name or number, with :group behind it if need be");

    private static final Rule MEMORY = Rule.of(
            "The memory limit",
            "(?=[0-9.]*[1-9])[0-9]{1,15}(?:\\.[0-9]{1,3})?(?:[bB]|[kKmMgGtT][bB]?)?",
            "a number above 0 with b, k, m or g behind it, such as 512m");

    private static final Rule CPUS = Rule.of(
            "The number of cpus", "(?=[0-9.]*[1-9])[0-9]{1,4}(?:\\.[0-9]{1,9})?", "a number above 0, such as 1.5");

    private static final Rule LABEL = Rule.of(
            "A label's name",
            "(?!bluegreen\\.)[A-Za-z0-9_][^\\s=\\p{Cc}\\p{Cs}\u0085\u00a0\u2028\u2029]{0,255}",
            "a letter, digit or _ and then anything without spaces and =, but not what starts with bluegreen., which is the"
                    + " engine's own");

    private static final Rule CAPABILITY =
            Rule.of("A capability", "[A-Za-z][A-Za-z_]{0,63}", "a name such as NET_RAW, or ALL");

    private static final Rule SIGNAL = Rule.of(
            "The stop signal",
            "(?:SIG)?[A-Z]{2,8}[0-9]?(?:[+-][0-9]{1,2})?|[1-9]|[1-5][0-9]|6[0-4]",
            "a name such as SIGTERM or a number from 1 to 64");

    private RunRules() {}

    static void check(RunOptions run) {
        VOLUME.check(run.volumes());
        DeploymentRules.require(
                run.command().stream().noneMatch(argument -> argument.indexOf('\0') >= 0),
                "The command holds a NUL character; allowed is anything else.");
        USER.check(run.user());
        MEMORY.check(run.memory());
        CPUS.check(run.cpus());
        run.labels().forEach(RunRules::checkLabel);
        CAPABILITY.check(run.capDrop());
        SIGNAL.check(run.stopSignal());
        DeploymentRules.requireNotNegative("The stop grace", run.stopGrace());
        DeploymentRules.NETWORK.check(run.networks());
        ExtraOptions.check(run.extra());
    }

    private static void checkLabel(String name, String value) {
        LABEL.check(name);
        DeploymentRules.require(
                value.indexOf('\0') < 0,
                "The label " + InvalidDeploymentException.shown(name)
                        + " has a value with a NUL character; allowed is anything else.");
    }
}
