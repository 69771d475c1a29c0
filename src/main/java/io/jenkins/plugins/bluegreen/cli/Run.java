package io.jenkins.plugins.bluegreen.cli;

import io.jenkins.plugins.bluegreen.cli.terminal.Cancellation;
import io.jenkins.plugins.bluegreen.cli.terminal.ProgressLine;
import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.report.JsonReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs a deployment or a rollback with progress, Ctrl-C and a report.
 *
 * @param at where
 * @param json whether the result is for a machine
 * @param files where the report is kept
 */
record Run(Workplace at, boolean json, Optional<ReportFiles> files) {

    /** Runs it to its end, and returns the exit code. */
    int of(Function<Engine, Report> work) {
        Cancellation cancellation = Cancellation.ofThisThread(at.terminal().err());
        Report report;
        try (ProgressLine progress = ProgressLine.on(at.terminal(), at.around().clock())) {
            report = work.apply(at.opener().open(at.docker(), progress));
        }
        // The interruption has done its work; what remains is to tell of it.
        boolean interrupted = Thread.interrupted();
        tell(report);
        return exitCode(report, cancellation.asked() || interrupted).number();
    }

    private void tell(Report report) {
        PrintWriter out = at.terminal().out();
        if (json) {
            out.println(JsonReport.of(report).toPrettyString());
        } else {
            out.print(new Ending(report).text());
        }
        files.ifPresent(there -> write(there, report));
        out.flush();
    }

    private void write(ReportFiles there, Report report) {
        try {
            Path page = there.write(report);
            at.terminal().err().println("Report: " + page);
        } catch (IOException e) {
            at.terminal().err().println("Warning: the report could not be written: " + e.getMessage());
        }
        at.terminal().err().flush();
    }

    /** Ctrl-C reaches the docker client too, so that a call-off can look like Docker failing; it's a call-off all the same. */
    private ExitCode exitCode(Report report, boolean calledOff) {
        ExitCode code = ExitCode.of(report);
        if (code == ExitCode.NOT_DEPLOYED && calledOff) {
            return ExitCode.CANCELLED;
        }
        return code == ExitCode.NOT_DEPLOYED && !dockerAnswers() ? ExitCode.NO_DOCKER : code;
    }

    private boolean dockerAnswers() {
        try {
            at.docker().call("version", "--format", "{{.Server.Version}}");
            return true;
        } catch (RuntimeException e) {
            at.terminal().err().println("Docker doesn't answer. Run 'bluegreen doctor' to see how to mend it.");
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }
}
