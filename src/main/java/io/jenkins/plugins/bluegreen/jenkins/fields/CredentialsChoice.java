package io.jenkins.plugins.bluegreen.jenkins.fields;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.model.Item;
import hudson.security.ACL;
import hudson.util.ListBoxModel;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Which credentials a form offers: those of a job's scope, to whoever may see them; to others only what is chosen already. */
public final class CredentialsChoice {
    private CredentialsChoice() {}

    /** Secret files and secret texts. */
    public static ListBoxModel environments(Item item, String current) {
        return of(
                item,
                current,
                CredentialsMatchers.either(
                        CredentialsMatchers.instanceOf(FileCredentials.class),
                        CredentialsMatchers.instanceOf(StringCredentials.class)));
    }

    /** User names with passwords. */
    public static ListBoxModel logins(Item item, String current) {
        return of(item, current, CredentialsMatchers.instanceOf(StandardUsernamePasswordCredentials.class));
    }

    private static ListBoxModel of(Item item, String current, CredentialsMatcher wanted) {
        StandardListBoxModel choice = new StandardListBoxModel();
        if (!FormPermission.mayChooseCredentials(item, CredentialsProvider.USE_ITEM)) {
            return choice.includeCurrentValue(current);
        }
        choice.add(Texts.of("none"), ""); // the tag's own has no Spanish
        if (item == null) {
            choice.includeMatchingAs(ACL.SYSTEM2, Jenkins.get(), StandardCredentials.class, List.of(), wanted);
        } else {
            choice.includeMatchingAs(ACL.SYSTEM2, item, StandardCredentials.class, List.of(), wanted);
        }
        return choice.includeCurrentValue(current);
    }
}
