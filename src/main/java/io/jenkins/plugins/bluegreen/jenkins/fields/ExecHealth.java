package io.jenkins.plugins.bluegreen.jenkins.fields;

import hudson.Extension;
import hudson.RelativePath;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.bluegreen.settings.Key;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Ready when a command in the container succeeds. */
public final class ExecHealth extends Health {
    private static final long serialVersionUID = 1L;

    private final String command;

    @DataBoundConstructor
    public ExecHealth(String command) {
        this.command = command;
    }

    @Override
    public void addTo(FieldLayer fields) {
        fields.text(Key.HEALTH_EXEC, "check.command", command);
        addTimes(fields);
    }

    public String getCommand() {
        return command;
    }

    /** Makes it known to Jenkins. */
    @Extension(ordinal = 7)
    @Symbol("execHealth")
    public static final class Type extends HealthType {
        @Override
        public String getDisplayName() {
            return Texts.of("ExecHealth.name");
        }

        @POST
        public FormValidation doCheckCommand(
                @AncestorInPath Item item,
                @QueryParameter String value,
                @RelativePath("..") @QueryParameter String health) {
            return FieldCheck.insteadOfHealth(item, Key.HEALTH_EXEC, value, health);
        }
    }
}
