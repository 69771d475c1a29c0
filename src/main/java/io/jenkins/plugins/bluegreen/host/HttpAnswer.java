package io.jenkins.plugins.bluegreen.host;

import java.util.Map;
import java.util.Optional;

/**
 * An HTTP answer.
 *
 * @param status the status code
 * @param headers names in lower case; the first value of each
 * @param body decoded as UTF-8, cut after 1 MiB
 */
public record HttpAnswer(int status, Map<String, String> headers, String body) {
    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
    }
}
