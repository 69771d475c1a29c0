package io.jenkins.plugins.bluegreen.jenkins;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.bluegreen.dotenv.DotEnv;
import io.jenkins.plugins.bluegreen.dotenv.DotEnvException;
import io.jenkins.plugins.bluegreen.host.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/**
 * A container's environment from Jenkins's credentials: a secret file, or a secret text, that holds a {@code .env} file.
 * Looked up in the build's own scope, and nothing of it is written to a disk.
 *
 * @param run the build in whose name they are used
 */
record EnvironmentCredentials(Run<?, ?> run) {
    private static final int LARGEST = 1 << 20;

    /**
     * The variables.
     *
     * @param id the credentials' id; {@code null} means that the container gets none
     * @throws AbortException where there are no such credentials here, they are of another type, or hold no .env file;
     *     the message names the id and never a value
     */
    Map<String, Secret> read(String id) throws IOException, InterruptedException {
        if (id == null) {
            return Map.of();
        }
        Map<String, Secret> variables = new LinkedHashMap<>();
        try {
            DotEnv.parse(content(id), name -> Optional.empty())
                    .forEach((name, value) -> variables.put(name, Secret.of(value)));
        } catch (DotEnvException e) {
            throw new AbortException("The .env file in the credentials '" + id + "' can't be read: " + e.getMessage());
        }
        return variables;
    }

    private String content(String id) throws IOException, InterruptedException {
        FileCredentials file = find(id, FileCredentials.class);
        if (file != null) {
            try (InputStream in = file.getContent()) {
                return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
            }
        }
        StringCredentials text = find(id, StringCredentials.class);
        if (text != null) {
            return text.getSecret().getPlainText();
        }
        StandardCredentials other = find(id, StandardCredentials.class);
        throw new AbortException(
                other == null
                        ? "There are no credentials '" + id + "' that this job may use."
                                + " Expected a secret file or a secret text that holds the .env file."
                        : "The credentials '" + id + "' are of the wrong type ("
                                + other.getClass().getSimpleName()
                                + "). Expected a secret file or a secret text that holds the .env file.");
    }

    /** Jenkins doesn't note by itself that a build used them. */
    private <C extends IdCredentials> C find(String id, Class<C> type) {
        C found = CredentialsProvider.findCredentialById(id, type, run, List.of());
        return found == null ? null : CredentialsProvider.track(run, found);
    }
}
