package io.jenkins.plugins.bluegreen.settings;

import io.jenkins.plugins.bluegreen.dotenv.DotEnv;
import io.jenkins.plugins.bluegreen.dotenv.DotEnvException;
import io.jenkins.plugins.bluegreen.host.Secret;
import io.jenkins.plugins.bluegreen.text.Quoted;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the container's environment: the files in their order, and single variables over them. */
public record EnvironmentReader(Settings settings, Map<String, String> environment) {
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

    /** What the files leave empty without saying so: a sentence for each variable that isn't set, never with a value. */
    public List<String> warnings() {
        Map<String, String> all = new LinkedHashMap<>();
        Map<String, String> single = settings.pairs(Key.ENVIRONMENT, environment);
        List<String> warnings = new ArrayList<>();
        for (String file : settings.list(Key.ENV_FILE)) {
            DotEnv.unset(content(Path.of(file)), name -> lookUp(name, single), all)
                    .forEach(one -> warnings.add(Quoted.plain(file, 200) + ": " + one.sentence()));
            all.putAll(variables(Path.of(file), single, all));
        }
        return List.copyOf(warnings);
    }

    private Optional<String> lookUp(String name, Map<String, String> single) {
        return Optional.ofNullable(environment.getOrDefault(name, single.get(name)));
    }

    /** Looked up where compose-go does (WithServicesEnvironmentResolved): the deployer's environment counts most. */
    private Map<String, String> variables(Path file, Map<String, String> single, Map<String, String> earlier) {
        try {
            return DotEnv.parse(content(file), name -> lookUp(name, single), earlier);
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
