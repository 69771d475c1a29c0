package io.jenkins.plugins.bluegreen.liveness;

import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.host.HttpAnswer;
import io.jenkins.plugins.bluegreen.host.HttpCall;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A GET, asked from the Docker host at the container's own address. Redirects aren't followed: they are answers too.
 *
 * @param path with its query, starting with a slash, percent-encoded where necessary; the query may hold a secret, and
 *     appears in no message
 * @param expected the statuses that are good
 * @param body must be found in the first MiB of the body, where given
 * @param headers sent as they are; may hold secrets, and appear in no message
 */
public record HttpCheck(String path, StatusRange expected, Optional<Pattern> body, Map<String, String> headers)
        implements Check {
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7e\\xa0-\\xff]*");

    /** They describe the connection, which isn't the check's, or the JDK would leave them out without a word. */
    private static final Set<String> UNSENDABLE = Set.of(
            "access-control-request-headers",
            "access-control-request-method",
            "connection",
            "content-length",
            "content-transfer-encoding",
            "expect",
            "host",
            "keep-alive",
            "origin",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "via");

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException with a sentence, where path or headers can't be sent
     */
    public HttpCheck {
        headers = Map.copyOf(headers);
        uri("127.0.0.1", 80, path);
        headers.forEach(HttpCheck::checkHeader);
    }

    @Override
    public Answer ask(Docker docker, Target target, Duration limit) throws InterruptedException {
        if (target.address().isEmpty()) {
            return NoAnswer.NO_ADDRESS;
        }
        URI uri = uri(target.address(), target.port(), path);
        try {
            return judge(docker.host().call(new HttpCall("GET", uri, headers, "", limit)));
        } catch (IOException e) {
            return NoAnswer.because(e, limit);
        }
    }

    private Answer judge(HttpAnswer answer) {
        if (!expected.includes(answer.status())) {
            return new Answer(
                    false, answer.status() + (answer.header("location").isPresent() ? ", a redirect" : ""));
        }
        if (body.isPresent() && !found(body.get(), answer.body())) {
            return new Answer(false, answer.status() + " with a body that doesn't match");
        }
        return new Answer(true, Integer.toString(answer.status()));
    }

    /** The JDK's matcher may need more stack than there is, for a pattern such as {@code (a|b)*} and a long body. */
    private static boolean found(Pattern pattern, String body) {
        try {
            return pattern.matcher(body).find();
        } catch (StackOverflowError e) {
            return false;
        }
    }

    @Override
    public String describe() {
        return "GET " + path.replaceFirst("(?s)\\?.*", "?…") + ", expecting " + expected
                + body.map(pattern -> " and a body matching " + pattern).orElse("");
    }

    private static URI uri(String address, int port, String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("The path of an HTTP check starts with a slash.");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(path)) {
            throw new IllegalArgumentException(
                    "The path of an HTTP check can't be sent: it has half a character in it.");
        }
        String host = address.contains(":") ? "[" + address + "]" : address;
        try {
            // Encoding also normalises, which can make a character of another one: hence the second parse.
            return new URI(new URI("http://" + host + ":" + port + path).toASCIIString());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "The path of an HTTP check can't be sent (" + e.getReason()
                            + "); write such characters percent-encoded.",
                    e);
        }
    }

    private static void checkHeader(String name, String value) {
        if (!HEADER_NAME.matcher(name).matches() || UNSENDABLE.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "A header of the HTTP check has a name that can't be sent; letters, digits and dashes can, except for "
                            + "Host, Origin and those that describe the connection. An exec check with curl can send any.");
        }
        if (!HEADER_VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "The header '" + name + "' of the HTTP check has a value that can't be sent: one line, Latin-1.");
        }
    }
}
