package io.jenkins.plugins.bluegreen.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.jenkins.plugins.bluegreen.text.Quoted;
import io.jenkins.plugins.bluegreen.text.YamlSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the text of a {@code bluegreen.yaml}, key by key, so that each mistake is told with its line. One use only. */
final class SettingsParser {
    private static final String ENVIRONMENTS = "environments";

    private final Path path;
    private final Texts texts;
    private final Interpolation interpolation;
    private final Map<String, Settings> environments = new LinkedHashMap<>();
    private YAMLParser yaml;

    SettingsParser(Path path, Map<String, String> environment) {
        this.path = path;
        this.texts =
                new Texts(Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path));
        this.interpolation = new Interpolation(environment);
    }

    SettingsFile parse(String content) {
        try (YAMLParser parser = YamlSource.open(content)) {
            yaml = parser;
            Settings common = document();
            return new SettingsFile(common, environments, path);
        } catch (JsonProcessingException e) {
            throw new SettingsException(YamlSource.mistake(String.valueOf(path.getFileName()), e));
        } catch (IOException e) {
            throw new SettingsException(path + " can't be read: " + Quoted.plain(e.getMessage(), 200));
        }
    }

    private Settings document() throws IOException {
        JsonToken first = yaml.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return Settings.none();
        }
        if (first != JsonToken.START_OBJECT) {
            throw refused("", "the file must be a mapping of settings, such as 'app: orders'");
        }
        Settings common = settings(true);
        if (yaml.nextToken() != null) {
            throw refused("", "a second document begins here; put everything into one");
        }
        return common;
    }

    private Settings settings(boolean whole) throws IOException {
        Map<Key, Given> found = new EnumMap<>(Key.class);
        mapping("", found, whole);
        return Settings.of(found);
    }

    private void mapping(String prefix, Map<Key, Given> found, boolean whole) throws IOException {
        while (yaml.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix + yaml.currentName();
            if (whole && name.equals(ENVIRONMENTS)) {
                readEnvironments();
            } else {
                entry(name, found);
            }
        }
    }

    private void entry(String name, Map<Key, Given> found) throws IOException {
        Optional<Key> key = Key.at(name);
        if (key.isPresent()) {
            yaml.nextToken();
            found.put(key.get(), value(key.get(), name));
            return;
        }
        if (AllowedKeys.under(name + ".").isEmpty()) {
            throw refused(name, new AllowedKeys(name).explain());
        }
        if (yaml.nextToken() == JsonToken.START_OBJECT) {
            mapping(name + ".", found, false);
            return;
        }
        Key plain = Key.shortFor(name).orElseThrow();
        found.put(plain, value(plain, name));
    }

    private void readEnvironments() throws IOException {
        if (yaml.nextToken() != JsonToken.START_OBJECT) {
            throw refused(ENVIRONMENTS, "must be a mapping of environments' names to settings");
        }
        while (yaml.nextToken() != JsonToken.END_OBJECT) {
            String name = yaml.currentName();
            JsonToken token = yaml.nextToken();
            if (token != JsonToken.START_OBJECT && token != JsonToken.VALUE_NULL) {
                throw refused(ENVIRONMENTS + "." + name, "must be a mapping of settings");
            }
            environments.put(name, token == JsonToken.VALUE_NULL ? Settings.none() : settings(false));
        }
    }

    private Given value(Key key, String name) throws IOException {
        String origin = origin(name);
        List<String> read =
                switch (yaml.currentToken()) {
                    case START_ARRAY -> sequence(key, name);
                    case START_OBJECT -> pairs(key, name);
                    default -> plain(key, name, origin);
                };
        return new Given(read, origin);
    }

    private List<String> plain(Key key, String name, String origin) throws IOException {
        if (key.kind().named()) {
            throw wrong(key, name);
        }
        return texts.single(key, scalar(key, name), origin);
    }

    private List<String> sequence(Key key, String name) throws IOException {
        if (!key.kind().list()) {
            throw wrong(key, name);
        }
        List<String> items = new ArrayList<>();
        while (yaml.nextToken() != JsonToken.END_ARRAY) {
            items.add(texts.item(key, scalar(key, name), origin(name)));
        }
        if (items.isEmpty() && key.kind() == Kind.WORDS) {
            throw wrong(key, name);
        }
        return items;
    }

    private List<String> pairs(Key key, String name) throws IOException {
        if (!key.kind().named()) {
            throw wrong(key, name);
        }
        List<String> items = new ArrayList<>();
        while (yaml.nextToken() != JsonToken.END_OBJECT) {
            String left = yaml.currentName();
            if (left.isBlank() || left.indexOf('=') >= 0) {
                throw refused(name, "a name must not be empty or contain '='");
            }
            boolean bare = yaml.nextToken() == JsonToken.VALUE_NULL;
            items.add(bare ? left : left + "=" + scalar(key, name));
        }
        return items;
    }

    private String scalar(Key key, String name) throws IOException {
        boolean plain = yaml.currentToken().isScalarValue() && yaml.currentToken() != JsonToken.VALUE_NULL;
        if (!plain) {
            throw wrong(key, name);
        }
        if (yaml.isCurrentAlias()) {
            throw refused(name, "YAML aliases (*name) can't be used here; write the value out");
        }
        return interpolation.apply(yaml.getText(), origin(name));
    }

    private SettingsException wrong(Key key, String name) {
        return refused(name, "expected " + key.kind().expected());
    }

    private SettingsException refused(String name, String why) {
        return new SettingsException((name.isEmpty() ? place() : origin(name)) + ": " + why + ".");
    }

    private String origin(String name) {
        return place() + " (" + Quoted.plain(name, 60) + ")";
    }

    private String place() {
        return path.getFileName() + ", line " + yaml.currentTokenLocation().getLineNr();
    }
}
