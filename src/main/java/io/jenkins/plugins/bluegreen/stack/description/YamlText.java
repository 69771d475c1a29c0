package io.jenkins.plugins.bluegreen.stack.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.jenkins.plugins.bluegreen.text.Quoted;
import io.jenkins.plugins.bluegreen.text.YamlSource;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a YAML document that is one mapping, and keeps the lines. One use only. */
final class YamlText {
    private final String file;
    private YAMLParser yaml;

    /** For a text from this file, whose name is for messages. */
    YamlText(String file) {
        this.file = file;
    }

    YamlNode.Mapping read(String content) {
        try (YAMLParser parser = YamlSource.open(content)) {
            yaml = parser;
            return document();
        } catch (JsonProcessingException e) {
            throw new DescriptionException(YamlSource.mistake(file, e));
        } catch (IOException e) {
            throw new DescriptionException(file + " can't be read: " + Quoted.plain(e.getMessage(), 200));
        }
    }

    private YamlNode.Mapping document() throws IOException {
        JsonToken first = yaml.nextToken();
        if (first == null) {
            return YamlNode.Mapping.empty(1);
        }
        int line = line();
        if (!(node() instanceof YamlNode.Mapping whole)) {
            throw refused(line, "the file must be a mapping, such as 'services:' and what stands below it");
        }
        if (yaml.nextToken() != null) {
            throw refused("a second document begins here; put everything into one");
        }
        return whole;
    }

    private YamlNode node() throws IOException {
        if (yaml.isCurrentAlias()) {
            throw refused("YAML aliases (*name) can't be used here; write the value out");
        }
        return switch (yaml.currentToken()) {
            case START_OBJECT -> mapping();
            case START_ARRAY -> sequence();
            case VALUE_NULL -> YamlNode.Mapping.empty(line());
            default -> new YamlNode.Scalar(yaml.getText(), line());
        };
    }

    private YamlNode.Mapping mapping() throws IOException {
        int begin = line();
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        while (yaml.nextToken() != JsonToken.END_OBJECT) {
            String key = yaml.currentName();
            lines.put(key, line());
            yaml.nextToken();
            entries.put(key, node());
        }
        return new YamlNode.Mapping(entries, lines, begin);
    }

    private YamlNode.Sequence sequence() throws IOException {
        YamlNode.Sequence begun = new YamlNode.Sequence(line());
        yaml.skipChildren();
        return begun;
    }

    private int line() {
        return yaml.currentTokenLocation().getLineNr();
    }

    private DescriptionException refused(String why) {
        return refused(line(), why);
    }

    private DescriptionException refused(int line, String why) {
        return new DescriptionException(file + ", line " + line + ": " + why + ".");
    }
}
