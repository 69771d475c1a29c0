package io.jenkins.plugins.bluegreen.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a YAML file that a person wrote: opened strictly, and its mistakes told in sentences. */
public final class YamlSource {
    /** What SnakeYAML says of one; the place that Jackson makes of it is that of what stands before. */
    private static final Pattern TAB =
            Pattern.compile("found character '\\\\t\\(TAB\\)'.*?line (\\d+), column", Pattern.DOTALL);

    private YamlSource() {}

    /** Opens a text, in which no key may stand twice; an empty value is none. */
    public static YAMLParser open(String content) throws IOException {
        YAMLFactory factory = YAMLFactory.builder()
                .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
                .build();
        factory.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        return factory.createParser(content);
    }

    /** What is wrong with a text that is no YAML, and in which line of the file. */
    public static String mistake(String file, JsonProcessingException e) {
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
