package io.jenkins.plugins.bluegreen.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/** Addresses that users give. One in a message may hold a password, so it isn't shown. */
final class WebAddress {
    private WebAddress() {}

    /** The address; {@code where} is what the message calls it. */
    static URI of(String text, String where) {
        String expected = where + " must be an address such as http://localhost:8080/health.";
        try {
            URI url = new URI(text);
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (!web
                    || url.getHost() == null
                    || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                throw new SettingsException(expected);
            }
            return url;
        } catch (URISyntaxException e) {
            throw new SettingsException(expected);
        }
    }
}
