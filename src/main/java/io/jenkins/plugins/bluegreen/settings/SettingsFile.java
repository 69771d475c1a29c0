package io.jenkins.plugins.bluegreen.settings;

import io.jenkins.plugins.bluegreen.text.Quoted;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A {@code bluegreen.yaml}, read.
 *
 * @param common what counts everywhere
 * @param environments what counts over it in one environment, by its name
 * @param path where it was
 */
public record SettingsFile(Settings common, Map<String, Settings> environments, Path path) {
    private static final long LARGEST = 1 << 20;

    /** How it is called where it isn't named. */
    public static final String NAME = "bluegreen.yaml";

    public SettingsFile {
        environments = Map.copyOf(environments);
    }

    /**
     * Reads a file.
     *
     * @param environment the variables for <code>${NAME}</code>
     * @throws SettingsException where it can't be read or holds something else than settings
     */
    public static SettingsFile read(Path path, Map<String, String> environment) {
        return new SettingsParser(path, environment).parse(content(path));
    }

    private static String content(Path path) {
        String shown = Quoted.of(path.toString());
        try {
            if (Files.isDirectory(path) || Files.size(path) > LARGEST) {
                throw new SettingsException(shown + " is a folder or larger than 1 MiB: not a file of settings.");
            }
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new SettingsException("There is no file " + shown + ".");
        } catch (MalformedInputException e) {
            throw new SettingsException(shown + " isn't UTF-8 text.");
        } catch (IOException e) {
            throw new SettingsException(shown + " can't be read: " + Quoted.plain(e.getMessage(), 200));
        }
    }

    /**
     * Its settings in an environment; an empty name means the common ones alone. What isn't one isn't repeated: it may be a
     * variable with a secret, which {@code docker run} takes under the same letter.
     */
    public Settings in(String name) {
        if (name.isEmpty()) {
            return common;
        }
        Settings special = environments.get(name);
        if (special == null) {
            throw new SettingsException("There is no environment of that name in " + path
                    + (environments.isEmpty() ? "." : ", only " + String.join(", ", environments.keySet()) + ".")
                    + (name.indexOf('=') < 0 ? "" : " A variable of the container's is given with --env."));
        }
        return special.over(common);
    }
}
