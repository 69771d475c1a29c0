package io.jenkins.plugins.bluegreen.cli;

import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.report.HtmlReport;
import io.jenkins.plugins.bluegreen.report.JsonReport;
import io.jenkins.plugins.bluegreen.settings.SettingsException;
import io.jenkins.plugins.bluegreen.text.Quoted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The folder into which a report is written, if any. */
record ReportFiles(Path folder) {

    /**
     * The folder, made where it is missing: before anything is deployed, since afterwards it would be too late.
     *
     * @throws SettingsException where it can't be
     */
    static ReportFiles in(Path current, String name) {
        try {
            Path folder = current.resolve(name);
            Files.createDirectories(folder);
            if (!Files.isWritable(folder)) {
                throw new SettingsException("--report: " + Quoted.of(name) + " can't be written to.");
            }
            return new ReportFiles(folder);
        } catch (IOException e) {
            throw new SettingsException("--report: the folder " + Quoted.of(name) + " can't be made.");
        } catch (InvalidPathException e) {
            throw new SettingsException("--report: " + Quoted.of(name) + " is no path that this system can have.");
        }
    }

    /** Writes {@code report.json} and {@code report.html}, and returns the latter. */
    Path write(Report report) throws IOException {
        Files.writeString(folder.resolve("report.json"), JsonReport.of(report).toPrettyString() + "\n");
        return Files.writeString(folder.resolve("report.html"), HtmlReport.of(report));
    }
}
