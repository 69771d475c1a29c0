package io.jenkins.plugins.bluegreen.stack.description;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.jenkins.plugins.bluegreen.text.Quoted;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a YAML document that is one mapping, and keeps the lines. One use only. */
final class YamlText {
    /** What SnakeYAML says of one; the place that Jackson makes of it is that of what stands before. */
    private static final Pattern TAB =
            Pattern.compile("found character '\\\\t\\(TAB\\)'.*?line (\\d+), column", Pattern.DOTALL);

    private final String file;
    private YAMLParser yaml;

    /** For a text from this file, whose name is for messages. */
    YamlText(String file) {
        this.file = file;
    }

    YamlNode.Mapping read(String content) {
        YAMLFactory factory = YAMLFactory.builder()
                .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
                .build();
        factory.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        try (YAMLParser parser = factory.createParser(content)) {
            yaml = parser;
            return document();
        } catch (JsonProcessingException e) {
            throw new DescriptionException(malformed(e));
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

    private String malformed(JsonProcessingException e) {
        Matcher tab = TAB.matcher(e.getOriginalMessage());
        if (tab.find()) {
            return file + ", line " + tab.group(1)
                    + ": a tab stands here, with which YAML can't be indented. Use spaces.";
        }
        String where =
                e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
        String why = e.getOriginalMessage().lines().findFirst().orElse("");
        return file + where + ": "
                + (why.startsWith("Duplicate field")
                        ? "the key " + Quoted.plain(why.replaceFirst("Duplicate field ", ""), 60)
                                + " stands here twice."
                        : "this isn't YAML: " + Quoted.plain(why, 200));
    }
}
