package io.jenkins.plugins.bluegreen.jenkins.api;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.Extension;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.Symbol;
import org.junit.jupiter.api.Test;

/** Jenkins finds our classes by two indexes in the jar. */
class IndexesTest {
    @Test
    void everySymbolIsInItsIndexWhichWeWriteByHand() throws IOException {
        assertThat(resource("META-INF/services/annotations/org.jenkinsci.Symbol")
                        .lines())
                .containsExactlyInAnyOrderElementsOf(annotated(Symbol.class));
    }

    @Test
    void everyExtensionIsInItsIndex() throws IOException {
        // The readable twin of the serialised index.
        assertThat(resource("META-INF/annotations/hudson.Extension.txt")
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.replaceFirst("\\{.*", "")))
                .containsExactlyInAnyOrderElementsOf(annotated(Extension.class))
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(resource("META-INF/annotations/hudson.Extension")).isNotEmpty();
    }

    private static List<String> annotated(Class<? extends Annotation> annotation) throws IOException {
        return Links.under(Path.of("target/classes")).stream()
                .filter(one -> one.annotations.contains(annotation.getName().replace('.', '/')))
                .map(one -> one.name.replace('/', '.'))
                .toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = IndexesTest.class.getClassLoader().getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
