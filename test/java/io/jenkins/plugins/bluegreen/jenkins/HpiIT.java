package io.jenkins.plugins.bluegreen.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Jenkins demands of a plugin's archive. Needs the archive, so it runs after packaging; needs no Docker. */
class HpiIT {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String JAR = "WEB-INF/lib/blue-green-deploy.jar";

    private static Map<String, byte[]> hpi;
    private static Map<String, byte[]> jar;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = Files.newInputStream(Path.of("target/blue-green-deploy.hpi"))) {
            hpi = entries(in);
        }
        jar = entries(new ByteArrayInputStream(hpi.get(JAR)));
    }

    @Test
    void theArchiveHoldsItsManifestFirstAndOneJarAndNothingElse() {
        assertThat(hpi.keySet()).containsExactly(MANIFEST, JAR);
    }

    @Test
    void theJarHasTheSameManifestSoThatJenkinsTrustsItsTypes() {
        assertThat(jar.keySet()).first().isEqualTo(MANIFEST);
        assertThat(jar.get(MANIFEST)).isEqualTo(hpi.get(MANIFEST));
    }

    @Test
    void theManifestSaysWhatJenkinsAsks() throws IOException {
        Attributes says = new Manifest(new ByteArrayInputStream(hpi.get(MANIFEST))).getMainAttributes();
        assertThat(says.getValue("Short-Name")).isEqualTo("blue-green-deploy");
        assertThat(says.getValue("Jenkins-Version")).isEqualTo("2.479");
        assertThat(says.getValue("Hudson-Version")).isEqualTo("2.479");
        assertThat(says.getValue("Plugin-Dependencies").split(","))
                .allMatch(one -> one.matches("[a-z0-9-]+:[\\w.-]+(;resolution:=optional)?"))
                .extracting(one -> one.replaceFirst(":.*", ""))
                .contains("workflow-step-api", "credentials", "plain-credentials", "jackson2-api");
        for (String key :
                List.of("Plugin-Version", "Long-Name", "Group-Id", "Plugin-Developers", "Plugin-License-Name")) {
            assertThat(says.getValue(key)).as(key).isNotBlank();
        }
    }

    @Test
    void theJarHoldsEngineAndAdapterAndTheirIndexes() {
        assertThat(jar.keySet())
                .contains(
                        "index.jelly",
                        "META-INF/annotations/hudson.Extension",
                        "META-INF/services/annotations/org.jenkinsci.Symbol",
                        "io/jenkins/plugins/bluegreen/jenkins/BlueGreenDeployStep.class",
                        "io/jenkins/plugins/bluegreen/jenkins/BlueGreenDeployStep/config.jelly",
                        "io/jenkins/plugins/bluegreen/deploy/BlueGreen.class");
    }

    @Test
    void neitherTheCommandLineNorSignaturesNorLibrariesAreInIt() {
        List<String> foreign = new ArrayList<>(jar.keySet());
        foreign.removeIf(name -> name.startsWith("io/jenkins/plugins/bluegreen/") && !name.contains("/cli/"));
        foreign.removeIf(name -> name.startsWith("META-INF/") || name.equals("index.jelly"));
        assertThat(foreign).isEmpty();
    }

    private static Map<String, byte[]> entries(InputStream archive) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.put(entry.getName(), zip.readAllBytes());
            }
        }
        return all;
    }
}
