package io.jenkins.plugins.bluegreen.cli;

import io.jenkins.plugins.bluegreen.settings.AppName;
import io.jenkins.plugins.bluegreen.settings.Key;
import io.jenkins.plugins.bluegreen.settings.OptionLayer;
import io.jenkins.plugins.bluegreen.settings.Remembered;
import io.jenkins.plugins.bluegreen.settings.Settings;
import io.jenkins.plugins.bluegreen.settings.SettingsException;
import io.jenkins.plugins.bluegreen.settings.SettingsFile;
import io.jenkins.plugins.bluegreen.settings.SettingsReader;
import io.jenkins.plugins.bluegreen.text.Quoted;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which app a command is about, and where it is described. */
final class Described {
    private static final String OTHER_ENDING = "bluegreen.yml";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "APP",
            description = "The app's name. Default: 'app' in bluegreen.yaml.")
    String app;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description =
                    "The file with its settings. Default: bluegreen.yaml in the current folder, where there is one.")
    String file;

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "Use what the file says under 'environments: NAME:', too.")
    String environment;

    /** The app by the argument, else by the file. */
    Optional<String> name(Workplace at) {
        if (app != null) {
            return Optional.of(new AppName(app).checked());
        }
        return file(at).text(Key.APP).map(name -> new AppName(name).checked());
    }

    /** The app's settings: these options, over the file's. */
    Settings settings(Workplace at, Settings options) {
        Settings given = app == null
                ? options
                : new OptionLayer(at.around().folder())
                        .with(Key.APP, List.of(app))
                        .settings()
                        .over(options);
        Settings described = given.over(file(at));
        described.text(Key.APP).ifPresent(name -> new AppName(name).checked());
        return described;
    }

    /** What is known of how the app that these settings name was deployed before. Asks Docker. */
    static Remembered remembered(Workplace at, Settings described) throws InterruptedException {
        Optional<String> app = described.text(Key.APP);
        return app.isEmpty() ? Remembered.NOTHING : Remembered.ofApp(at.docker(), app.get());
    }

    /** Reads these options, over the file's, over all that the last deployment was made with. Asks Docker. */
    SettingsReader onceMore(Workplace at, Settings options) throws InterruptedException {
        Settings described = settings(at, options);
        return new SettingsReader(
                remembered -> described.over(remembered.last()), remembered(at, described), at.around());
    }

    private Settings file(Workplace at) {
        Optional<Path> path = path(at.around().folder());
        if (path.isEmpty()) {
            if (environment != null) {
                throw new SettingsException("--environment needs a file: there is no " + SettingsFile.NAME
                        + " in the current folder, and --file isn't given.");
            }
            return Settings.none();
        }
        Settings settings =
                SettingsFile.read(path.get(), at.around().environment()).in(environment == null ? "" : environment);
        return ours(settings, path.get()) ? settings : Settings.none();
    }

    /** Another app's file counts for nothing where it merely lies about, and is a mistake where it was named. */
    private boolean ours(Settings settings, Path path) {
        Optional<String> described = settings.text(Key.APP);
        if (app == null || described.isEmpty() || described.get().equals(app)) {
            return true;
        }
        if (file != null) {
            throw new SettingsException(Quoted.of(path.toString()) + " describes app " + Quoted.of(described.get())
                    + ", not " + Quoted.of(app) + ": leave out one of the two.");
        }
        return false;
    }

    private Optional<Path> path(Path folder) {
        if (file == null) {
            Optional<Path> usual =
                    Optional.of(folder.resolve(SettingsFile.NAME)).filter(Files::exists);
            if (usual.isEmpty() && Files.exists(folder.resolve(OTHER_ENDING))) {
                throw new SettingsException("'" + OTHER_ENDING + "' isn't read: call it " + SettingsFile.NAME
                        + ", or name it with --file.");
            }
            return usual;
        }
        try {
            return Optional.of(folder.resolve(file));
        } catch (InvalidPathException e) {
            throw new SettingsException("--file: " + Quoted.of(file) + " is no path that this system can have.");
        }
    }
}
