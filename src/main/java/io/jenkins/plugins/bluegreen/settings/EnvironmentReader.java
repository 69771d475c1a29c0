package io.jenkins.plugins.bluegreen.settings;

import io.jenkins.plugins.bluegreen.dotenv.DotEnv;
import io.jenkins.plugins.bluegreen.dotenv.DotEnvException;
import io.jenkins.plugins.bluegreen.host.Secret;
import io.jenkins.plugins.bluegreen.text.Quoted;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the container's environment: the files in their order, and single variables over them. */
record EnvironmentReader(Settings settings, Map<String, String> environment) {
    private static final long LARGEST = 1 << 20;

    Map<String, Secret> read() {
        Map<String, String> all = new LinkedHashMap<>();
        Map<String, String> single = settings.pairs(Key.ENVIRONMENT, environment);
        settings.list(Key.ENV_FILE).forEach(file -> all.putAll(variables(Path.of(file), single, all)));
        all.putAll(single);
        Map<String, Secret> secrets = new LinkedHashMap<>();
        all.forEach((name, value) -> secrets.put(name, Secret.of(value)));
        return secrets;
    }

    /** Looked up where compose-go does (WithServicesEnvironmentResolved): the deployer's environment counts most. */
    private Map<String, String> variables(Path file, Map<String, String> single, Map<String, String> earlier) {
        try {
            return DotEnv.parse(
                    content(file),
                    name -> Optional.ofNullable(environment.getOrDefault(name, single.get(name))),
                    earlier);
        } catch (DotEnvException e) {
            throw new SettingsException(Quoted.plain(file.toString(), 200) + ": " + e.getMessage());
        }
    }

    private String content(Path file) {
        String where = settings.where(Key.ENV_FILE) + ": " + Quoted.of(file.toString());
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw new SettingsException(where + " isn't there, or is no file of variables (1 MiB at most).");
            }
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new SettingsException(where + " isn't UTF-8 text.");
        } catch (IOException e) {
            throw new SettingsException(where + " can't be read: " + Quoted.plain(String.valueOf(e.getMessage()), 200));
        }
    }
}
