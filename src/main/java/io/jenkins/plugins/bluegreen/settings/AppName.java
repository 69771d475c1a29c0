package io.jenkins.plugins.bluegreen.settings;

import io.jenkins.plugins.bluegreen.text.Quoted;
import java.util.regex.Pattern;

/** An app's name as a user gave it. */
public record AppName(String text) {
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9]+(?:[._-][a-z0-9]+)*");
    private static final int LONGEST = 48;

    /**
     * The name, where it can be one: it is a container's, an image's and a host name all at once. Of a bad one what follows
     * an equals sign isn't shown: it may be a secret whose option was forgotten.
     */
    public String checked() {
        if (text.length() < 2
                || text.length() > LONGEST
                || !ALLOWED.matcher(text).matches()) {
            throw new SettingsException(Quoted.of(text.replaceFirst("(?s)=.*", "=…"))
                    + " can't be an app's name: give 2 to 48 lower-case letters and digits, with"
                    + " single '.', '_' or '-' between them.");
        }
        return text;
    }
}
