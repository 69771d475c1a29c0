package io.jenkins.plugins.bluegreen.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryLoginTest {
    @ParameterizedTest
    @CsvSource({
        "'Error response from daemon: Get \"https://r:5000/v2/\": unauthorized: authentication required', 'refused the log-in as ''ann'''",
        "'Error response from daemon: login attempt to https://r:5000/v2/ failed with status: 401 Unauthorized', 'refused the log-in as ''ann'''",
        "'Error response from daemon: Get \"https://r:5000/v2/\": denied: no', 'refused the log-in as ''ann'''",
        "'Error response from daemon: Get \"https://r:5000/v2/\": dial tcp: lookup r: no such host', 'can''t be logged in to as ''ann'''",
        "'Error response from daemon: Get \"https://r:5000/v2/\": x509: certificate signed by unknown authority', 'can''t be logged in to as ''ann'''",
    })
    void whatCouldNotBeReachedHasRefusedNothing(String said, String told) {
        assertThat(RegistryLogin.failure("r:5000", "ann", said))
                .startsWith("The registry 'r:5000' " + told)
                .endsWith(said);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = "-, unauthorized")
    void theRegistryThatNobodyNamesIsDockerHub(String registry, String said) {
        assertThat(RegistryLogin.failure(registry, "ann", said)).startsWith("The registry Docker Hub refused");
    }
}
