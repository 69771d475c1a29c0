package io.jenkins.plugins.bluegreen.jenkins;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.bluegreen.host.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/**
 * What Jenkins's credentials hold, looked up in a build's own scope. Nothing of it is written to a disk. Every method
 * throws {@link AbortException} where there are no such credentials here or they are of another type: the message names the
 * id and what was expected, and never a value.
 *
 * @param run the build in whose name they are used
 */
record BuildCredentials(Run<?, ?> run) {
    private static final int LARGEST = 1 << 20;
    private static final String ENVIRONMENT = "a secret file or a secret text that holds the .env file";
    private static final String LOGIN = "a username with password";

    /** The {@code .env} file in a secret file or a secret text. */
    EnvFile environment(String id) throws IOException, InterruptedException {
        return new EnvFile(id, content(id));
    }

    /** A user name and a password. */
    Login login(String id) throws AbortException {
        StandardUsernamePasswordCredentials found = find(id, StandardUsernamePasswordCredentials.class);
        if (found == null) {
            throw notThere(id, LOGIN);
        }
        return new Login(found.getUsername(), Secret.of(found.getPassword().getPlainText()));
    }

    private String content(String id) throws IOException, InterruptedException {
        FileCredentials file = find(id, FileCredentials.class);
        if (file != null) {
            try (InputStream in = file.getContent()) {
                return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
            }
        }
        StringCredentials text = find(id, StringCredentials.class);
        if (text == null) {
            throw notThere(id, ENVIRONMENT);
        }
        return text.getSecret().getPlainText();
    }

    private AbortException notThere(String id, String expected) {
        StandardCredentials other = find(id, StandardCredentials.class);
        return new AbortException((other == null
                        ? "There are no credentials '" + id + "' that this job may use."
                        : "The credentials '" + id + "' are of the wrong type ("
                                + other.getClass().getSimpleName() + ").")
                + " Expected " + expected + ".");
    }

    /** Jenkins doesn't note by itself that a build used them. */
    private <C extends IdCredentials> C find(String id, Class<C> type) {
        C found = CredentialsProvider.findCredentialById(id, type, run, List.of());
        return found == null ? null : CredentialsProvider.track(run, found);
    }
}
