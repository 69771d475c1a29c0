package io.jenkins.plugins.bluegreen.stack.secret;

import io.jenkins.plugins.bluegreen.host.Secret;
import io.jenkins.plugins.bluegreen.stack.description.SecretSource;
import io.jenkins.plugins.bluegreen.text.Quoted;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gets secrets from where a description says, or makes them up. Thread-safe. */
public final class GivenSecrets {
    /** Services put what they read into settings, queries and addresses of their own: nothing else survives them all. */
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9_-]{8,128}");
    private static final int LENGTH = 32;
    private static final long LARGEST = 4096;

    private final Map<String, String> environment;
    private final SecureRandom random = new SecureRandom();

    public GivenSecrets(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * What the source gives; empty where the secret is to be made up.
     *
     * @param what whose secret it is, for messages
     * @throws SecretException where there is none, or one that can't be used
     */
    public Optional<Secret> given(SecretSource source, String what) {
        if (source instanceof SecretSource.FromFile file) {
            return Optional.of(usable(content(file.path(), what), what, source));
        }
        if (source instanceof SecretSource.FromVariable variable) {
            String value = Optional.ofNullable(environment.get(variable.name()))
                    .orElseThrow(() -> new SecretException(
                            "The variable " + variable.name() + " isn't set, from which " + what + " comes."));
            return Optional.of(usable(value, what, source));
        }
        return Optional.empty();
    }

    /** A new one, which nobody can guess. */
    public Secret generated() {
        return Secret.of(random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(at -> String.valueOf(ALPHABET.charAt(at)))
                .collect(Collectors.joining()));
    }

    private static Secret usable(String value, String what, SecretSource source) {
        if (!USABLE.matcher(value).matches()) {
            throw new SecretException("What comes " + source.told() + " can't be " + what
                    + ": expected 8 to 128 letters (a to z), digits, '_' and '-'. It isn't repeated here.");
        }
        return Secret.of(value);
    }

    private static String content(Path path, String what) {
        try {
            if (Files.size(path) > LARGEST) {
                throw new SecretException(
                        Quoted.of(path.toString()) + " is larger than 4 KiB, so it isn't the file of " + what + ".");
            }
            return Files.readString(path, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
        } catch (MalformedInputException e) {
            throw new SecretException(
                    Quoted.of(path.toString()) + " isn't text, so it isn't the file of " + what + ".");
        } catch (IOException e) {
            throw new SecretException("The file of " + what + " can't be read: " + Quoted.plain(e.toString(), 200));
        }
    }
}
