package io.jenkins.plugins.bluegreen.jenkins.real;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The Jenkins to test with, which whoever runs the tests has to bring: it can't be had from Maven Central.
 *
 * @param war {@code jenkins.war}, 2.479 or newer
 * @param plugins a folder with the plugins ({@code .jpi} or {@code .hpi}) and all that they depend on
 */
record JenkinsFiles(Path war, Path plugins) {
    /** Says how to bring one, on one line. */
    static final String HOW =
            "The tests in a real Jenkins (RealJenkinsIT, RoutersIT, RestartIT, LibraryIT, AgentIT) did NOT run: no Jenkins was given. Run them with"
                    + " -Djenkins.war=/path/to/jenkins.war -Djenkins.plugins=/path/to/folder-of-jpi-files"
                    + " (or the environment variables JENKINS_WAR and JENKINS_PLUGINS); Jenkins 2.479 or newer with the"
                    + " Pipeline, Credentials, Git, Folders, Configuration as Code and Matrix Authorization plugins.";

    /** The one that was given; empty where none was. */
    static Optional<JenkinsFiles> given() {
        Optional<Path> war = path("jenkins.war", "JENKINS_WAR");
        Optional<Path> plugins = path("jenkins.plugins", "JENKINS_PLUGINS");
        if (war.isEmpty() || plugins.isEmpty()) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(war.get()) || !Files.isDirectory(plugins.get())) {
            throw new IllegalStateException("There is no war at " + war.get() + ", or no folder at " + plugins.get());
        }
        return Optional.of(new JenkinsFiles(war.get(), plugins.get()));
    }

    private static Optional<Path> path(String property, String variable) {
        return Optional.ofNullable(System.getProperty(property))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }
}
