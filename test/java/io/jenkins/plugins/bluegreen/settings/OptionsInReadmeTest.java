package io.jenkins.plugins.bluegreen.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.fixture.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README lists every option there is, with the default that it has. */
class OptionsInReadmeTest {
    @Test
    void areTheOnesThatThereAre() throws IOException {
        String readme = Files.readString(Images.projectFolder().resolve("README.md"));

        assertThat(readme.lines().filter(line -> line.startsWith("| `")).collect(Collectors.joining("\n")))
                .as("the rows of the tables under 'Options'")
                .contains(Arrays.stream(Section.values())
                        .flatMap(OptionsInReadmeTest::rows)
                        .collect(Collectors.joining("\n")));
    }

    private static Stream<String> rows(Section section) {
        return Arrays.stream(Key.values())
                .filter(key -> key.section() == section)
                .map(key -> "| `%s` | %s | %s | %s |"
                        .formatted(
                                key.path(),
                                key.option().isEmpty() ? "(argument)" : code(key.option()),
                                key.fallback().isEmpty() ? "" : code(key.fallback()),
                                key.help().replace("|", "\\|")));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
