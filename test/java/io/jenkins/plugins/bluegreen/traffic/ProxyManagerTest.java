package io.jenkins.plugins.bluegreen.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.host.HttpCall;
import io.jenkins.plugins.bluegreen.host.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyManagerTest {
    private static final String API = "http://127.0.0.1:81/api";
    private static final String LIST = "GET " + API + "/nginx/proxy-hosts?expand=access_list,certificate";
    private static final String LOGIN =
            "POST " + API + "/tokens {\"identity\":\"deploy@example.com\",\"secret\":\"swordfish-1\"}";
    private static final String TOKEN = "{\"token\":\"t1\",\"expires\":\"2100-01-01\"}";
    private static final String STATUS = "{\"status\":\"OK\",\"setup\":true}";
    private static final Backend GREEN = new Backend("orders-green", "172.20.0.3", 3000);
    private static final Backend BLUE = new Backend("orders-blue", "172.20.0.2", 3000);

    private final ScriptedHost host = new ScriptedHost();

    @Test
    void switchesWithTheTargetAloneAndLeavesTheRestAsItIs() throws InterruptedException {
        host.answers(200, TOKEN).answers(200, "[" + host("orders-blue", true) + "]");
        host.answers(200, host("orders-green", true)).answers(200, host("orders-green", true));

        router().route(GREEN, Optional.of(BLUE));

        assertThat(host.said())
                .containsExactly(
                        LOGIN,
                        LIST,
                        "PUT " + API + "/nginx/proxy-hosts/7 {\"forward_host\":\"orders-green\",\"forward_port\":3000}",
                        "GET " + API + "/nginx/proxy-hosts/7");
        assertThat(host.calls.subList(1, 4))
                .allSatisfy(call -> assertThat(call.headers()).containsEntry("Authorization", "Bearer t1"));
        assertThat(host.calls.get(2).headers()).containsEntry("Content-Type", "application/json");
    }

    @Test
    void sendsTheSecretNowhereButInTheBodyOfTheLogin() throws InterruptedException {
        host.answers(200, STATUS).answers(200, TOKEN).answers(200, "[" + host("orders-blue", true) + "]");

        router().preflight("skycloud");

        assertThat(host.calls.stream().filter(call -> shows(call, "swordfish-1")))
                .extracting(call -> call.method() + call.uri().getPath())
                .containsExactly("POST/api/tokens");
        assertThat(settings("orders.example.com").toString()).doesNotContain("swordfish-1");
    }

    private static boolean shows(HttpCall call, String secret) {
        return (call.uri() + call.body() + call.headers()).contains(secret);
    }

    @Test
    void leavesAHostAloneThatItHasSwitchedAlready() throws InterruptedException {
        Router router = router();
        host.answers(200, TOKEN).answers(200, "[" + host("orders-blue", true) + "]");
        host.answers(200, host("orders-green", true)).answers(200, host("orders-green", true));
        router.route(GREEN, Optional.of(BLUE));

        host.answers(200, host("orders-green", true));
        router.route(GREEN, Optional.empty());

        assertThat(host.said()).filteredOn(call -> call.startsWith("PUT")).hasSize(1);
    }

    @Test
    void savesAHostThatSomebodyElseSwitchedSinceItMayNeverHaveReachedNginx() throws InterruptedException {
        host.answers(200, TOKEN).answers(200, "[" + host("orders-green", true) + "]");
        host.answers(200, host("orders-green", true)).answers(200, host("orders-green", true));

        router().route(GREEN, Optional.empty());

        assertThat(host.said()).filteredOn(call -> call.startsWith("PUT")).hasSize(1);
    }

    @Test
    void waitsUntilItIsKnownWhetherNginxRunsWithTheSwitch() throws InterruptedException {
        host.answers(200, TOKEN).answers(200, "[" + host("orders-blue", true) + "]");
        host.answers(200, host("orders-green", null))
                .answers(200, host("orders-green", null))
                .answers(200, host("orders-green", true));

        router().route(GREEN, Optional.empty());

        assertThat(host.calls).hasSize(5);
    }

    @Test
    void putsTheHostBackWhenItNeverSaysWhetherNginxRunsWithTheSwitch() {
        host.answers(200, TOKEN).answers(200, "[" + host("orders-blue", true) + "]");
        host.answers(200, host("orders-green", null)).answers(200, host("orders-green", null));
        host.answers(200, host("orders-blue", true)).answers(200, host("orders-blue", true));

        assertThatThrownBy(() -> router(Duration.ZERO).route(GREEN, Optional.empty()))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("it did not say in time whether nginx runs with the change")
                .hasMessageContaining("It was put back: it forwards to orders-blue:3000 as before.");

        assertThat(host.said())
                .contains(
                        "PUT " + API + "/nginx/proxy-hosts/7 {\"forward_host\":\"orders-blue\",\"forward_port\":3000}");
    }

    @Test
    void saysLoudlyThatTheHostCouldNotBePutBack() {
        host.answers(200, TOKEN).answers(200, "[" + host("orders-blue", true) + "]");
        host.answers(200, host("orders-green", false)).answers(200, host("orders-blue", false));

        assertThatThrownBy(() -> router().route(GREEN, Optional.empty()))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("nginx said: no such file")
                .hasMessageContaining("IT COULD NOT BE PUT BACK")
                .hasMessageContaining("Set its target to orders-blue:3000 in NGINX Proxy Manager and save it");
    }

    @Test
    void saysThatNothingWasChangedWhenTheUserMayNotChangeTheHost() {
        String denied = "{\"error\":{\"code\":403,\"message\":\"Permission Denied\"}}";
        host.answers(200, TOKEN).answers(200, "[" + host("orders-blue", true) + "]");
        host.answers(403, denied).answers(200, TOKEN).answers(403, denied);
        host.answers(403, denied).answers(200, TOKEN).answers(403, denied);
        host.answers(200, host("orders-blue", true));

        assertThatThrownBy(() -> router().route(GREEN, Optional.empty()))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("for 'deploy@example.com' with 403: Permission Denied")
                .hasMessageContaining("Check that this user may manage proxy hosts")
                .hasMessageContaining("Nothing was changed: it forwards to orders-blue:3000 as before.");
    }

    @Test
    void putsBackEverythingThatChangedWithTheTarget() {
        String unprotected = host("orders-green", true)
                .replace("\"access_list_id\":4", "\"access_list_id\":0")
                .replace("\"ssl_forced\":true", "\"ssl_forced\":false");
        host.answers(200, TOKEN).answers(200, "[" + host("orders-blue", true) + "]");
        host.answers(200, unprotected).answers(200, unprotected);
        host.answers(200, host("orders-blue", true)).answers(200, host("orders-blue", true));

        assertThatThrownBy(() -> router().route(GREEN, Optional.empty()))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("access_list_id 4 -> 0, ssl_forced true -> false");

        assertThat(host.said())
                .contains("PUT " + API + "/nginx/proxy-hosts/7 {\"forward_host\":\"orders-blue\",\"forward_port\":3000,"
                        + "\"access_list_id\":4,\"ssl_forced\":true}");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 500})
    void logsInAgainOnceWhenATokenIsRefusedInWhateverWay(int status) throws InterruptedException {
        Router router = router();
        host.answers(200, TOKEN).answers(200, "[" + host("orders-blue", true) + "]");
        router.current();
        for (int attempt = 0; attempt < (status == 500 ? 4 : 1); attempt++) {
            host.answers(status, "{}");
        }
        host.answers(200, "{\"token\":\"t2\"}").answers(200, host("orders-blue", true));

        assertThat(router.current()).contains("orders-blue:3000");

        assertThat(host.calls.get(host.calls.size() - 1).headers()).containsEntry("Authorization", "Bearer t2");
    }

    @Test
    void callsAgainWhereThereWasAnErrorOrNoAnswer() throws InterruptedException {
        host.answers(502, "<html>").answers(200, TOKEN);
        host.answers(500, "{}").answers(0, "").answers(200, "[" + host("orders-blue", true) + "]");

        assertThat(router().current()).contains("orders-blue:3000");
    }

    @Test
    void givesUpAfterFourAttempts() {
        host.answers(0, "").answers(0, "").answers(0, "").answers(0, "");

        assertThatThrownBy(() -> router().preflight("skycloud"))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("did not answer 'GET /' in 4 attempts: connection refused");
    }

    @Test
    void namesTheIdentityThatIsNotLetInButNotItsSecret() {
        host.answers(400, "{\"error\":{\"code\":400,\"message\":\"Invalid email or password: swordfish-1\"}}");

        assertThatThrownBy(() -> router().current())
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("does not let 'deploy@example.com' in (400)")
                .hasMessageNotContaining("swordfish-1");
    }

    @Test
    void asksForAUserWithoutASecondFactor() {
        host.answers(200, "{\"requires_2fa\":true,\"challenge_token\":\"c\"}");

        assertThatThrownBy(() -> router().current())
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("Make a user without one for deployments");
    }

    @Test
    void refusesWhatIsNoProxyManager() {
        host.answers(200, "<html>hello</html>");

        assertThatThrownBy(() -> router().preflight("skycloud"))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("is no NGINX Proxy Manager")
                .hasMessageContaining("such as http://127.0.0.1:81/api");
    }

    @Test
    void refusesAProxyManagerThatAnybodyMaySetUp() {
        host.answers(200, "{\"status\":\"OK\",\"setup\":false}");

        assertThatThrownBy(() -> router().preflight("skycloud"))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("has no administrator yet");
    }

    @Test
    void findsADomainWhateverItsCase() throws InterruptedException {
        host.answers(200, TOKEN).answers(200, "[" + host("orders-blue", true) + "]");

        assertThat(router("ORDERS.example.com").current()).contains("orders-blue:3000");
    }

    @Test
    void refusesADomainThatSeveralHostsServeAndListsWhatThereIs() {
        String one = host("orders-blue", true);
        host.answers(200, TOKEN).answers(200, "[" + one + "," + one.replace("\"id\":7", "\"id\":8") + "]");

        assertThatThrownBy(() -> router().current())
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("2 proxy hosts of NGINX Proxy Manager serve 'orders.example.com'")
                .hasMessageContaining("There are: orders.example.com, orders.example.com, www.example.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"enabled\":true` | `\"enabled\":false` | is disabled",
                "`\"nginx_online\":true` | `\"nginx_online\":false` | is offline: nginx said: no such file",
                "`\"access_list\":{\"id\":4}` | `\"access_list\":null` | refers to access_list_id 4, which does not exist",
                "`\"certificate\":{\"id\":5}` | `\"certificate\":null` | refers to certificate_id 5, which does not exist",
                "`\"locations\":[]` | `\"locations\":[{\"path\":\"/api\",\"forward_host\":\"orders\"}]`"
                        + " | has a custom location '/api' that forwards to 'orders'",
                "`\"locations\":[]` | `\"locations\":[{\"path\":\"/api\",\"forward_host\":\"orders-green/v1\"}]`"
                        + " | has a custom location '/api' that forwards to 'orders-green'",
                "`\"locations\":[]` | `\"locations\":[{\"path\":\"/\",\"forward_host\":\"shop\"}]`"
                        + " | has a custom location '/', which takes all requests",
                "`\"advanced_config\":\"\"` | `\"advanced_config\":\"location /x { proxy_pass http://orders-blue:3000; }\"`"
                        + " | forwards to 'orders-blue' in its advanced configuration",
            })
    void refusesBeforehandAHostThatASwitchWouldNotSwitch(String was, String is, String why) {
        String json = host("orders-blue", true).replace(was, is);
        assertThat(json).isNotEqualTo(host("orders-blue", true));
        host.answers(200, STATUS).answers(200, TOKEN).answers(200, "[" + json + "]");

        assertThatThrownBy(() -> router().preflight("skycloud"))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining(why);
    }

    @Test
    void acceptsLocationsThatGoElsewhereAndAdvancedConfigurationWithVariables() throws InterruptedException {
        String json = host("orders-blue", true)
                .replace("\"locations\":[]", "\"locations\":[{\"path\":\"/img\",\"forward_host\":\"images\"}]")
                .replace(
                        "\"advanced_config\":\"\"",
                        "\"advanced_config\":\"location /x { proxy_pass http://$server:$port; }\"");
        host.answers(200, STATUS).answers(200, TOKEN).answers(200, "[" + json + "]");

        router().preflight("skycloud");
    }

    @Test
    void refusesBeforehandWhenAnotherHostForwardsToTheSameApp() {
        String other = host("orders", true)
                .replace("\"id\":7", "\"id\":8")
                .replace("\"orders.example.com\",\"www.example.com\"", "\"admin.example.com\"");
        host.answers(200, STATUS).answers(200, TOKEN).answers(200, "[" + host("orders-blue", true) + "," + other + "]");

        assertThatThrownBy(() -> router().preflight("skycloud"))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("The proxy host [admin.example.com] forwards to 'orders' too");
    }

    @Test
    void doesNotSwitchADisabledHost() {
        String disabled = host("orders-blue", true).replace("\"enabled\":true", "\"enabled\":false");
        host.answers(200, TOKEN).answers(200, "[" + disabled + "]");

        assertThatThrownBy(() -> router().route(GREEN, Optional.empty()))
                .isInstanceOf(RouterException.class)
                .hasMessageContaining("is disabled");
        assertThat(host.said()).noneMatch(call -> call.startsWith("PUT"));
    }

    @Test
    void waitsForTheWorkersThatRanAtTheSwitchAndForNoOthers() throws InterruptedException {
        Router router = settings("orders.example.com", Optional.of("npm")).open(new Docker(host), "orders");
        host.prints(workers("11 nginx: worker process", "12 nginx: worker process"));
        host.answers(200, TOKEN).answers(200, "[" + host("orders-blue", true) + "]");
        host.answers(200, host("orders-green", true)).answers(200, host("orders-green", true));
        host.prints(workers("11 nginx: worker process", "12 nginx: worker process", "13 nginx: worker process"));
        host.prints(workers("11 nginx: worker process is shutting down", "13 nginx: worker process"));
        router.route(GREEN, Optional.empty());

        host.prints(workers("11 nginx: worker process is shutting down", "13 nginx: worker process"));
        assertThat(router.awaitLeft(BLUE, Duration.ZERO)).isFalse();
        host.prints(workers("13 nginx: worker process is shutting down", "14 nginx: worker process"));
        assertThat(router.awaitLeft(BLUE, Duration.ofSeconds(1))).isTrue();
        assertThat(router.afterglow()).isZero();
    }

    @Test
    void keepsTheOldVersionForASecondWhereTheWorkersCantBeSeen() throws InterruptedException {
        assertThat(router().awaitLeft(BLUE, Duration.ZERO)).isTrue();
        assertThat(router().afterglow()).isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://127.0.0.1/api",
                "/api",
                "http:///api",
                "http://127.0.0.1/api?x=1",
                "http://127.0.0.1/api#x",
                "mailto:x"
            })
    void refusesAnAddressThatCantBeTheInterfaces(String address) {
        assertThatThrownBy(() -> new ProxyManager(URI.create(address), "me", Secret.of("s"), "d", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http://127.0.0.1:81/api");
    }

    @Test
    void refusesAnAddressWithAPasswordAndDoesNotShowIt() {
        URI address = URI.create("http://me:swordfish-1@127.0.0.1/api");
        assertThatThrownBy(() -> new ProxyManager(address, "me", Secret.of("s"), "d", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("swordfish-1");
    }

    private Router router() {
        return router("orders.example.com");
    }

    private Router router(String domain) {
        return router(settings(domain), Duration.ofSeconds(10));
    }

    private Router router(Duration settling) {
        return router(settings("orders.example.com"), settling);
    }

    private Router router(ProxyManager settings, Duration settling) {
        ProxyManagerApi api =
                new ProxyManagerApi(host, settings.api(), settings.identity(), settings.secret(), Duration.ofMillis(1));
        return new ProxyManagerRouter(settings, new Docker(host), "orders", api, settling);
    }

    private static ProxyManager settings(String domain) {
        return settings(domain, Optional.empty());
    }

    private static ProxyManager settings(String domain, Optional<String> container) {
        return new ProxyManager(
                URI.create(API + "/"), "deploy@example.com", Secret.of("swordfish-1"), domain, container);
    }

    private static String workers(String... lines) {
        return "PID COMMAND\n10 nginx: master process nginx\n" + String.join("\n", List.of(lines)) + "\n";
    }

    /** A proxy host as the interface shows it; {@code online} null means that it isn't known. */
    private static String host(String forwardHost, Boolean online) {
        String meta = online == null ? "{}" : "{\"nginx_online\":" + online + ",\"nginx_err\":" + "\"no such file\"}";
        return """
                {"id":7,"domain_names":["orders.example.com","www.example.com"],"forward_scheme":"http",\
                "forward_host":"%s","forward_port":3000,"access_list_id":4,"certificate_id":5,"ssl_forced":true,\
                "enabled":true,"locations":[],"advanced_config":"","meta":%s,"access_list":{"id":4},\
                "certificate":{"id":5}}""".formatted(forwardHost, meta);
    }
}
