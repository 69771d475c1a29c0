package io.jenkins.plugins.bluegreen.stack.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.stack.service.Catalogue;
import io.jenkins.plugins.bluegreen.stack.service.Memory;
import io.jenkins.plugins.bluegreen.stack.service.Port;
import io.jenkins.plugins.bluegreen.stack.service.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DescriptionFileTest {
    @TempDir
    private Path folder;

    private Description read(String text) throws IOException {
        Path file = folder.resolve("skycloud.yaml");
        Files.writeString(file, text);
        return new DescriptionFile(file).read();
    }

    @Test
    void whatIsNotSaidIsAsInTheCatalogue() throws IOException {
        Description description = read("services:\n  rabbitmq:\n  mysql:\n");

        assertThat(description.project()).isEqualTo("skycloud");
        assertThat(description.network()).isEqualTo("skycloud");
        assertThat(description.services())
                .containsExactly(
                        Catalogue.service("mysql").orElseThrow(),
                        Catalogue.service("rabbitmq").orElseThrow());
        assertThat(description.source(description.services().get(0))).isEqualTo(new SecretSource.Generated());
    }

    @Test
    void whatIsSaidCounts() throws IOException {
        Description description = read("""
                project: test-1
                network: net
                services:
                  mysql:
                    version: "9.7"
                    memory: 512m
                    pids: 200
                    start_limit: 3m
                    secrets:
                      root-password:
                        file: mysql.secret
                  mongodb: {image: 'registry.example.com:5000/mongo:7', secrets: {root-password: {env: MONGO}}}
                  proxy:
                    publish:
                      http: 8080
                """);

        Service mysql = description.services().get(0);
        assertThat(mysql.image()).isEqualTo("mysql:9.7");
        assertThat(mysql.memory()).isEqualTo(new Memory(512 << 20));
        assertThat(mysql.pids()).isEqualTo(200);
        assertThat(mysql.startLimit()).isEqualTo(Duration.ofMinutes(3));
        assertThat(description.source(mysql))
                .isEqualTo(new SecretSource.FromFile(folder.toAbsolutePath().resolve("mysql.secret")));
        Service mongodb = description.services().get(1);
        assertThat(mongodb.image()).isEqualTo("registry.example.com:5000/mongo:7");
        assertThat(description.source(mongodb)).isEqualTo(new SecretSource.FromVariable("MONGO"));
        assertThat(description.services().get(2).ports())
                .containsExactly(new Port("", 8080, 80), new Port("", 443, 443), new Port("127.0.0.1", 81, 81));
        assertThat(description.container(mysql)).isEqualTo("test-1-mysql");
        assertThat(description.network()).isEqualTo("net");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("", "line 1 (services): a stack needs a service at least: mysql, mongodb, rabbitmq"),
                Arguments.of("services: {}\n", "(services): a stack needs a service at least"),
                Arguments.of(
                        "servces:\n  mysql:\n", "line 1 (servces): there is no such key. Did you mean 'services'?"),
                Arguments.of(
                        "services:\n  mysql:\n  mongdb:\n",
                        "line 3 (services.mongdb): there is no such key. Did you mean 'mongodb'? Allowed here: mysql, mongodb,"),
                Arguments.of(
                        "services:\n  mysql:\n    memry: 1g\n",
                        "line 3 (services.mysql.memry): there is no such key. Did you mean 'memory'? Allowed here: version,"
                                + " image, memory, pids, start_limit, secrets."),
                Arguments.of(
                        "services:\n  mysql:\n    memory: lots\n",
                        "line 3 (services.mysql.memory): expected an amount of memory of 16m at least, such as 512m or 2g,"
                                + " not 'lots'."),
                Arguments.of("services:\n  mysql:\n    memory: 15m\n", "expected an amount of memory of 16m at least"),
                Arguments.of("services:\n  mysql:\n    memory:\n      a: b\n", "expected an amount of memory"),
                Arguments.of(
                        "services:\n  mysql:\n    pids: 9\n", "expected a number of processes, 10 to 100000, not '9'"),
                Arguments.of("services:\n  mysql:\n    start_limit: soon\n", "expected a time of 1s at least"),
                Arguments.of("services:\n  mysql:\n    version: 'a b'\n", "expected an image's tag, such as 8.4"),
                Arguments.of("services:\n  mysql:\n    image: '-x'\n", "expected an image, such as"),
                Arguments.of(
                        "services:\n  mysql:\n    image: a:1\n    version: 2\n",
                        "line 4 (services.mysql.version): 'image' names a version too: leave out one of the two."),
                Arguments.of(
                        "services:\n  mysql:\n    publish: {http: 80}\n",
                        "(services.mysql.publish): there is no such key"),
                Arguments.of(
                        "services:\n  proxy:\n    publish: {htp: 80}\n",
                        "Did you mean 'http'? Allowed here: http, https, admin."),
                Arguments.of("services:\n  proxy:\n    publish: {http: 0}\n", "expected a port, 1 to 65535, not '0'"),
                Arguments.of(
                        "services:\n  mysql:\n    secrets: {root-pasword: {env: A}}\n",
                        "(services.mysql.secrets.root-pasword): there is no such key. Did you mean 'root-password'?"),
                Arguments.of(
                        "services:\n  mysql:\n    secrets:\n      root-password: hunter2\n",
                        "line 4 (services.mysql.secrets.root-password): expected further keys below it."),
                Arguments.of(
                        "services:\n  mysql:\n    secrets: {root-password: {env: 'a b'}}\n",
                        "expected a variable's name"),
                Arguments.of(
                        "services:\n  mysql:\n    secrets: {root-password: {env: A, file: b}}\n",
                        "leave out one of the two"),
                Arguments.of("services: [mysql]\n", "(services): expected further keys below it"),
                Arguments.of("project: A\nservices:\n  mysql:\n", "line 1 (project): expected a name of small letters"),
                Arguments.of("network: host\nservices:\n  mysql:\n", "other than bridge, host and none"),
                Arguments.of("services:\n  mysql:\n  mysql:\n", "line 3: the key 'mysql' stands here twice."),
                Arguments.of("services:\n\tmysql:\n", "line 2: a tab stands here"),
                Arguments.of("a: &x {b: c}\nservices: *x\n", "YAML aliases (*name) can't be used here"),
                Arguments.of("- mysql\n", "line 1: the file must be a mapping"),
                Arguments.of("services:\n  mysql:\n---\nservices:\n", "a second document begins here"),
                Arguments.of("services: {mysql\n", "this isn't YAML"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void eachMistakeIsToldWithItsLineAndWhatIsAllowed(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(DescriptionException.class)
                .hasMessageStartingWith("skycloud.yaml, line ")
                .hasMessageContaining(message);
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Path file = folder.resolve("skycloud.yaml");
        assertThatThrownBy(() -> new DescriptionFile(file).read()).hasMessageContaining("There is no file");
        assertThatThrownBy(() -> new DescriptionFile(folder).read()).hasMessageContaining("is a folder");
        Files.write(file, "services: ü".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> new DescriptionFile(file).read()).hasMessageContaining("isn't UTF-8 text");
        Files.writeString(file, "#".repeat((1 << 20) + 1));
        assertThatThrownBy(() -> new DescriptionFile(file).read()).hasMessageContaining("larger than 1 MiB");
    }

    @Test
    void theExampleDescribesEveryService() {
        Path example = Images.projectFolder().resolve("examples/skycloud.yaml");

        assertThat(new DescriptionFile(example).read().services())
                .extracting(Service::name)
                .containsExactlyElementsOf(Catalogue.names());
    }
}
