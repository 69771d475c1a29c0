package io.jenkins.plugins.bluegreen.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingCheckTest {
    @ParameterizedTest
    @CsvSource({
        "APP, Orders, allowed is 2 to 48",
        "TAG, latest, allowed is",
        "IMAGE, two words, allowed is an image reference",
        "BUILD_ARGS, 1A=x, allowed is letters",
        "ENVIRONMENT, 'A B=x', 'name can''t be ''A …''; allowed is 1 to 256'",
        "ENVIRONMENT, =x, the name is missing",
        "NETWORK, host, allowed is letters",
        "NETWORKS, host, allowed is letters",
        "PORT, 0, a whole number from 1 to 65535",
        "KEEP, -1, a whole number from 0",
        "MEMORY, lots, allowed is a number above 0",
        "CPUS, two, 'allowed is a number above 0, such as 1.5'",
        "USER, 'a b', allowed is a name or number",
        "LABELS, bluegreen.app=x, allowed is a letter",
        "VOLUMES, data, allowed is source:target",
        "STOP_SIGNAL, term, allowed is a name such as SIGTERM",
        "STOP_GRACE, soon, is no duration",
        "CAP_DROP, net-raw, allowed is a name such as NET_RAW",
        "RUN_OPTIONS, --publish=80, can't be handed through",
        "HEALTH, health, slash",
        "HEALTH_HEADERS, Accept, 'written ''Name: value'''",
        "SUCCESSES, 0, a whole number from 1",
        "PUBLISH, 0, a whole number from 1 to 65535",
        "METER_URL, localhost, must be an address",
        "METER_RATE, 0, a number above 0",
        "PRE_SWITCH_LIMIT, 0s, longer than zero",
    })
    void whatADeploymentWouldRefuseIsRefused(Key key, String value, String sentence) {
        assertThatThrownBy(() -> SettingCheck.check(key, "This", List.of(value)))
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "APP, orders",
        "IMAGE, registry.example:5000/team/orders:1.2",
        "BUILD, src",
        "DOCKERFILE, docker/Dockerfile",
        "TARGET, run",
        "BUILD_ARGS, NAME",
        "ENVIRONMENT, TOKEN",
        "NETWORK, skycloud",
        "MEMORY, 512m",
        "VOLUMES, ./conf:/conf:ro",
        "RUN_OPTIONS, --shm-size=1g",
        "HEALTH_HEADERS, Accept: text/plain",
        "NGINX_FILE, /etc/nginx/conf.d/orders.conf",
        "NPM_DOMAIN, orders.example.com",
        "NPM_CONTAINER, npm",
        "FRONT_IMAGE, haproxy:lts-alpine",
        "DNS_CACHE, 1s",
        "METER_HEADER, X-Version",
    })
    void whatADeploymentTakesPassesByItself(Key key, String value) {
        assertThatCode(() -> SettingCheck.check(key, "This", List.of(value))).doesNotThrowAnyException();
    }
}
