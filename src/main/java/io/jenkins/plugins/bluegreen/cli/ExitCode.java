package io.jenkins.plugins.bluegreen.cli;

import io.jenkins.plugins.bluegreen.deploy.Report;

/** How a command ends, for scripts. */
public enum ExitCode {
    DONE(0, "done"),
    NOT_DEPLOYED(1, "refused or undone: what was live before serves on"),
    USAGE(2, "the command line, bluegreen.yaml or an env file is wrong"),
    NO_DOCKER(3, "Docker or the host can't be used; see 'bluegreen doctor'"),
    LOCKED(4, "another deployment of the app went on for longer than --lock-wait"),
    BROKEN(5, "failed and could not be undone: somebody has to look"),
    CANCELLED(130, "called off by Ctrl-C or SIGTERM: what was live before serves on");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** The process's exit code. */
    public int number() {
        return number;
    }

    /** What it means, for the help. */
    public String meaning() {
        return meaning;
    }

    /** How a deployment's end is told. */
    static ExitCode of(Report report) {
        return switch (report.outcome()) {
            case DEPLOYED, ROLLED_BACK_TO -> DONE;
            case LOCKED -> LOCKED;
            case REFUSED, UNDONE -> NOT_DEPLOYED;
            case CANCELLED -> CANCELLED;
            case BROKEN -> BROKEN;
        };
    }
}
