package io.jenkins.plugins.bluegreen.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a deployment's report is written to, for the commands that deploy. */
final class ReportOption {
    @Option(
            names = "--report",
            paramLabel = "FOLDER",
            description = "Write report.json and report.html into this folder.")
    private String report;

    /** The files, in a folder relative to this one; empty where none was named. */
    Optional<ReportFiles> files(Path folder) {
        return Optional.ofNullable(report).map(name -> ReportFiles.in(folder, name));
    }
}
