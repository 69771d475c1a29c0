package io.jenkins.plugins.bluegreen.host;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One HTTP request. {@link #toString()} shows method and address only, since headers and body may hold secrets.
 *
 * @param method GET, POST, PUT …
 * @param uri where to; http or https
 * @param headers sent as they are
 * @param body sent as UTF-8; empty means none
 * @param limit connecting and answering together
 */
public record HttpCall(String method, URI uri, Map<String, String> headers, String body, Duration limit) {
    public HttpCall {
        headers = Map.copyOf(headers);
    }

    /** A plain GET. */
    public static HttpCall get(URI uri, Duration limit) {
        return new HttpCall("GET", uri, Map.of(), "", limit);
    }

    @Override
    public String toString() {
        return method + " " + uri;
    }
}
