package io.jenkins.plugins.bluegreen.jenkins;

import io.jenkins.plugins.bluegreen.deploy.AppStatus;
import io.jenkins.plugins.bluegreen.deploy.Consent;
import io.jenkins.plugins.bluegreen.deploy.DeploymentException;
import io.jenkins.plugins.bluegreen.deploy.HistoryEntry;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses to replace what a newer build of the same job has deployed: a build that had to wait for another would bring older
 * code live.
 *
 * @param build the build that deploys
 */
record NotOverNewer(BuildName build) implements Consent {
    private static final Pattern BUILD = Pattern.compile("(.*) #(\\d{1,9})");

    /** A container says who deployed it, not who went back to it: that the history says. */
    @Override
    public void ask(Optional<AppStatus.Instance> live, Optional<HistoryEntry> last) {
        live.ifPresent(it -> {
            last.filter(entry -> newer(entry.by()))
                    .ifPresent(entry -> refuse(it, entry.returned() ? "gone back to" : "deployed", entry.by()));
            it.by().filter(this::newer).ifPresent(by -> refuse(it, "deployed", by));
        });
    }

    private void refuse(AppStatus.Instance live, String done, String by) {
        throw new DeploymentException(
                "Version " + live.version() + " is live, which a newer build of this job has " + done + ": " + by + ".",
                "this is " + build.by(),
                "",
                "Nothing needs to be done, unless this older one is wanted: then run it with 'allowOlder: true'.");
    }

    private boolean newer(String by) {
        Matcher theirs = BUILD.matcher(by);
        Matcher ours = BUILD.matcher(build.by());
        return theirs.matches()
                && ours.matches()
                && theirs.group(1).equals(ours.group(1))
                && Integer.parseInt(theirs.group(2)) > build.number();
    }
}
