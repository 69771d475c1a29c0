package io.jenkins.plugins.bluegreen.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.bluegreen.host.Host;
import io.jenkins.plugins.bluegreen.host.HttpAnswer;
import io.jenkins.plugins.bluegreen.host.HttpCall;
import io.jenkins.plugins.bluegreen.host.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * The part of NGINX Proxy Manager's REST interface (2.15) that a switch needs. Not thread-safe; every method blocks, and
 * throws {@link RouterException} where it was refused or not answered.
 *
 * <p>Every call here may be repeated without harm, so those that got no answer or a 5xx are, a few times. An outdated
 * token shows in many ways (400, 401, 403, 404 for a list, 500), so whatever the refusal, a token that was not just
 * fetched is fetched anew once.
 */
final class ProxyManagerApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 4;
    private static final int SHOWN = 300;

    private final Host host;
    private final String base;
    private final String identity;
    private final Secret secret;
    private final Duration firstPause;
    private Optional<Secret> token = Optional.empty();

    /**
     * @param api the address, such as {@code http://127.0.0.1:81/api}
     * @param firstPause before a call is repeated; doubled for each further time
     */
    ProxyManagerApi(Host host, URI api, String identity, Secret secret, Duration firstPause) {
        this.host = host;
        this.base = api.toString().replaceFirst("/+$", "");
        this.identity = identity;
        this.secret = secret;
        this.firstPause = firstPause;
    }

    /** Checks that it is an NGINX Proxy Manager that answers there, and that it has been set up. */
    void requireReady() throws InterruptedException {
        JsonNode status = json("GET", "/", answered("GET", "/", "", Map.of()));
        if (!status.path("status").asText().equals("OK")) {
            throw new RouterException(
                    "What answers at " + base
                            + "/ is no NGINX Proxy Manager. Give the address of its interface, such as http://127.0.0.1:81/api.");
        }
        if (status.has("setup") && !status.path("setup").asBoolean()) {
            throw new RouterException("The NGINX Proxy Manager at " + base
                    + " has no administrator yet, so anybody may become it. Open its page and set it up.");
        }
    }

    /** All proxy hosts that the identity may see, with their access lists and certificates. */
    List<ProxyHost> proxyHosts() throws InterruptedException {
        JsonNode list = authorized("GET", "/nginx/proxy-hosts?expand=access_list,certificate", "");
        return StreamSupport.stream(list.spliterator(), false)
                .map(ProxyHost::new)
                .toList();
    }

    /** One proxy host. */
    ProxyHost proxyHost(long id) throws InterruptedException {
        return new ProxyHost(authorized("GET", "/nginx/proxy-hosts/" + id, ""));
    }

    /** Changes these fields of a proxy host, and returns what was answered: that isn't yet what nginx does. */
    ProxyHost change(long id, ObjectNode part) throws InterruptedException {
        return new ProxyHost(authorized("PUT", "/nginx/proxy-hosts/" + id, part.toString()));
    }

    private JsonNode authorized(String method, String path, String body) throws InterruptedException {
        boolean fresh = token.isEmpty();
        HttpAnswer answer = answered(method, path, body, authorization());
        if (!succeeded(answer) && !fresh) {
            token = Optional.empty();
            answer = answered(method, path, body, authorization());
        }
        if (!succeeded(answer)) {
            throw new RouterException("NGINX Proxy Manager at " + base + " refused '" + method + " " + path + "' for '"
                    + identity + "' with " + answer.status() + ": " + reason(answer) + hint(answer));
        }
        return json(method, path, answer);
    }

    private Map<String, String> authorization() throws InterruptedException {
        if (token.isEmpty()) {
            token = Optional.of(login());
        }
        return Map.of("Authorization", "Bearer " + token.get().reveal());
    }

    private Secret login() throws InterruptedException {
        String body = JSON.createObjectNode()
                .put("identity", identity)
                .put("secret", secret.reveal())
                .toString();
        HttpAnswer answer = answered("POST", "/tokens", body, Map.of());
        if (answer.status() >= 400 && answer.status() < 500) {
            throw new RouterException("NGINX Proxy Manager at " + base + " does not let '" + identity + "' in ("
                    + answer.status() + "). Check the identity (an e-mail address) and its secret.");
        }
        JsonNode answered = succeeded(answer) ? json("POST", "/tokens", answer) : JSON.missingNode();
        if (answered.path("requires_2fa").asBoolean()) {
            throw new RouterException("NGINX Proxy Manager at " + base + " asks '" + identity
                    + "' for a second factor, which nobody can give here. Make a user without one for deployments.");
        }
        String issued = answered.path("token").asText();
        if (issued.isEmpty()) {
            throw new RouterException("NGINX Proxy Manager at " + base + " gave '" + identity + "' no token ("
                    + answer.status() + "). Look at its log.");
        }
        return Secret.of(issued);
    }

    /** The first answer that isn't a 5xx, or the last one. */
    private HttpAnswer answered(String method, String path, String body, Map<String, String> authorization)
            throws InterruptedException {
        Map<String, String> headers = new TreeMap<>(authorization);
        if (!body.isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        HttpCall call = new HttpCall(method, URI.create(base + path), headers, body, LIMIT);
        Duration pause = firstPause;
        for (int attempt = 1; ; attempt++) {
            try {
                HttpAnswer answer = host.call(call);
                if (answer.status() < 500 || attempt == ATTEMPTS) {
                    return answer;
                }
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw unanswered(method, path, e);
                }
            }
            Thread.sleep(pause.toMillis());
            pause = pause.multipliedBy(2);
        }
    }

    private RouterException unanswered(String method, String path, IOException cause) {
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new RouterException(
                "NGINX Proxy Manager at " + base + " did not answer '" + method + " " + path + "' in " + ATTEMPTS
                        + " attempts: " + why
                        + ". Check that it runs and that the Docker host reaches this address.",
                cause);
    }

    private JsonNode json(String method, String path, HttpAnswer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            // Neither the cause nor the body is shown: the answer to a login holds a token.
            throw new RouterException("What answers '" + method + " " + path + "' at " + base + " with "
                    + answer.status()
                    + " is no NGINX Proxy Manager: it isn't JSON. Give the address of its interface, such as"
                    + " http://127.0.0.1:81/api.");
        }
    }

    private static boolean succeeded(HttpAnswer answer) {
        return answer.status() >= 200 && answer.status() < 300;
    }

    /** Errors come as {@code {"error":{"code","message"}}}. */
    private static String reason(HttpAnswer answer) {
        String said = answer.body().strip();
        try {
            said = JSON.readTree(said).path("error").path("message").asText(said);
        } catch (JsonProcessingException ignored) {
            // Then it is shown as it came.
        }
        return said.length() > SHOWN ? said.substring(0, SHOWN) + " …" : said;
    }

    private static String hint(HttpAnswer answer) {
        return switch (answer.status()) {
            case 401, 403, 404 -> ". Check that this user may manage proxy hosts.";
            case 400 -> ". This client was written for version 2.15.";
            default -> ". Look at its log.";
        };
    }
}
