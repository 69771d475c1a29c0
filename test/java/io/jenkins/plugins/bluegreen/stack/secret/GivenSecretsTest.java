package io.jenkins.plugins.bluegreen.stack.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.bluegreen.host.Secret;
import io.jenkins.plugins.bluegreen.stack.description.SecretSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenSecretsTest {
    @TempDir
    private Path folder;

    private final GivenSecrets given = new GivenSecrets(Map.of("GOOD", "abc-DEF_123", "SHORT", "hunter2"));

    @Test
    void theyComeFromVariablesAndFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "from-a-file\n");

        assertThat(given.given(new SecretSource.FromVariable("GOOD"), "it")).contains(Secret.of("abc-DEF_123"));
        assertThat(given.given(new SecretSource.FromFile(file), "it")).contains(Secret.of("from-a-file"));
        assertThat(given.given(new SecretSource.Generated(), "it")).isEmpty();
    }

    @Test
    void oneThatIsGeneratedIsLongAndOfHarmlessCharactersAndNew() {
        assertThat(given.generated().reveal()).matches("[A-Za-z0-9_-]{32}");
        assertThat(given.generated()).isNotEqualTo(given.generated());
    }

    @Test
    void oneThatCannotBeUsedIsNotRepeated() {
        assertThatThrownBy(() -> given.given(new SecretSource.FromVariable("SHORT"), "the x of y"))
                .isInstanceOf(SecretException.class)
                .hasMessageContaining("from the variable SHORT can't be the x of y: expected 8 to 128")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> given.given(new SecretSource.FromVariable("NONE"), "it"))
                .hasMessageContaining("The variable NONE isn't set");
        assertThatThrownBy(() -> given.given(new SecretSource.FromFile(folder.resolve("none")), "it"))
                .hasMessageContaining("can't be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines-of-it", "with space", "per%cent%s", "quote'quote", "umlaut-ü-umlaut"})
    void whatSomeServiceWouldTakeForSomethingElseIsRefused(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), content);
        assertThatThrownBy(() -> given.given(new SecretSource.FromFile(file), "it"))
                .isInstanceOf(SecretException.class)
                .hasMessageNotContaining(content);
    }
}
