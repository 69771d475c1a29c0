package io.jenkins.plugins.bluegreen.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.host.LocalHost;
import io.jenkins.plugins.bluegreen.host.Mask;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdinaryValuesTest {
    @ParameterizedTest
    @CsvSource({
        "MODE,production",
        "NODE_ENV,Development",
        "PORT,3000",
        "DEBUG,true",
        "FEATURE,OFF",
        "MEMORY,512m",
        "TIMEOUT,30s",
        "RATIO,0.75",
        "LOG_LEVEL,info",
        "DB_HOST,localhost",
        "REGION,abc",
        "DB_NAME,orders",
        "NETWORK,skycloud",
        "RELEASE,1.2.0-beta",
        "USE_TOKENS,true",
        "SECRET_ROTATION,no"
    })
    void ordinaryValuesStayReadableInALog(String name, String value) {
        assertThat(masked(name, value)).isEqualTo("it says " + value + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "DATABASE,mysql://app:hunter2@db/orders",
        "MODE,productions",
        "NUMBER,123456",
        "PORTS,3000-3001",
        "DB_PASSWORD,production",
        "db_password,orders",
        "DB_PWD,abc",
        "API_SECRET,3000",
        "apiToken,localhost",
        "KEY,512m",
        "GIT_CREDENTIALS,debug",
        "BASIC_AUTH,skycloud",
        "PRIVATE,test",
        "SALT,12345",
        "CARD_PIN,1234"
    })
    void whatCouldBeASecretIsMasked(String name, String value) {
        assertThat(masked(name, value)).isEqualTo("it says ****.");
    }

    @Test
    void aWordIsMaskedWhereASecretHasTheSameValue() {
        Map<String, String> variables = new LinkedHashMap<>(Map.of("MODE", "production", "PASSWORD", "production"));
        assertThat(mask(variables).apply("production")).isEqualTo("****");
    }

    private static String masked(String name, String value) {
        return mask(Map.of(name, value)).apply("it says " + value + ".");
    }

    private static Mask mask(Map<String, String> variables) {
        Draft draft = new Draft();
        draft.version = "1.2.0-beta";
        draft.environment = variables;
        return new FreshVersion(new Docker(new LocalHost()), draft.deployment(), Consent.GIVEN).mask();
    }
}
