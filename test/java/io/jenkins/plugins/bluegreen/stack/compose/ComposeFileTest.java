package io.jenkins.plugins.bluegreen.stack.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.bluegreen.stack.description.Description;
import io.jenkins.plugins.bluegreen.stack.service.Catalogue;
import io.jenkins.plugins.bluegreen.stack.service.Service;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeFileTest {
    private final Description description = new Description(
            "sky",
            "net",
            Catalogue.names().stream()
                    .map(name -> Catalogue.service(name).orElseThrow())
                    .toList(),
            Map.of());

    private JsonNode file() throws IOException {
        return new ObjectMapper().readTree(new ComposeFile(description).text());
    }

    static Stream<String> services() {
        return Catalogue.names().stream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyServiceIsLimitedLoggedSparinglyAndRestarted(String name) throws IOException {
        JsonNode service = file().path("services").path(name);

        assertThat(service.path("container_name").asText()).isEqualTo("sky-" + name);
        assertThat(service.path("hostname").asText()).isEqualTo(name);
        assertThat(service.path("restart").asText()).isEqualTo("unless-stopped");
        assertThat(service.path("mem_limit").asText()).matches("\\d+[mg]");
        assertThat(service.path("pids_limit").asInt()).isPositive();
        assertThat(service.path("security_opt").get(0).asText()).isEqualTo("no-new-privileges:true");
        assertThat(service.path("logging").toString())
                .isEqualTo("{\"driver\":\"json-file\",\"options\":{\"max-size\":\"10m\",\"max-file\":\"3\"}}");
        assertThat(service.has("healthcheck")).isEqualTo(!name.equals("portainer"));
        assertThat(service.has("privileged")).isFalse();
    }

    @Test
    void onlyTheProxyIsPublishedAndItsPanelForTheHostAlone() throws IOException {
        for (String name : Catalogue.names()) {
            assertThat(file().path("services").path(name).has("ports")).as(name).isEqualTo(name.equals("proxy"));
        }
        assertThat(file().path("services").path("proxy").path("ports").toString())
                .isEqualTo("[\"80:80\",\"443:443\",\"127.0.0.1:81:81\"]");
    }

    @Test
    void onlyPortainerHasTheEnginesSocket() throws IOException {
        for (String name : Catalogue.names()) {
            assertThat(file().path("services")
                            .path(name)
                            .path("volumes")
                            .toString()
                            .contains("docker.sock"))
                    .as(name)
                    .isEqualTo(name.equals("portainer"));
        }
    }

    @Test
    void composeMayRemoveNeitherTheNetworkNorAnyVolume() throws IOException {
        JsonNode file = file();

        assertThat(file.path("networks").toString()).isEqualTo("{\"default\":{\"external\":true,\"name\":\"net\"}}");
        assertThat(file.path("volumes")).isNotEmpty().allMatch(volume -> volume.path("external")
                .asBoolean());
        assertThat(file.path("volumes").has("sky-mysql-data")).isTrue();
        assertThat(file.path("volumes").has("sky-mysql-secrets")).isTrue();
    }

    @Test
    void secretsComeByFilesThatNobodyCanWrite() throws IOException {
        JsonNode mysql = file().path("services").path("mysql");

        assertThat(mysql.path("environment").path("MYSQL_ROOT_PASSWORD_FILE").asText())
                .isEqualTo("/run/secrets/root-password");
        assertThat(mysql.path("volumes").toString())
                .isEqualTo("[\"sky-mysql-data:/var/lib/mysql\",\"sky-mysql-secrets:/run/secrets:ro\"]");
        for (String name : Catalogue.names()) {
            file().path("services").path(name).path("environment").fieldNames().forEachRemaining(variable -> assertThat(
                            variable)
                    .as(name)
                    .doesNotMatch("(?i).*(password|secret|token)(?!_(file|mode)).*"));
        }
    }

    @Test
    void nothingInItIsWhatOneOfTheTwoComposesRefuses() throws IOException {
        assertThat(file().fieldNames()).toIterable().containsExactly("services", "networks", "volumes");
        assertThat(file().toString()).doesNotContain("start_interval", "configs", "\"secrets\":");
    }

    @Test
    void aDollarIsADollarAndTheLabelSaysWhatWasWanted() throws IOException {
        Service odd = Catalogue.service("jenkins").orElseThrow().withImage("registry/$HOME:1");
        ComposeFile file = new ComposeFile(new Description("sky", "net", List.of(odd), Map.of()));

        JsonNode service =
                new ObjectMapper().readTree(file.text()).path("services").path("jenkins");

        assertThat(service.path("image").asText()).isEqualTo("registry/$$HOME:1");
        assertThat(service.path("labels").path(ComposeFile.DEFINITION).asText().replace("$$", "$"))
                .isEqualTo(file.definition(odd).toString())
                .contains("registry/$HOME:1");
        assertThat(service.path("labels").path(ComposeFile.STACK).asText()).isEqualTo("sky");
    }
}
