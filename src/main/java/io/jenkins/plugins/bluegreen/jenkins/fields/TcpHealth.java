package io.jenkins.plugins.bluegreen.jenkins.fields;

import hudson.Extension;
import io.jenkins.plugins.bluegreen.settings.Key;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Ready when its port takes a connection. */
public final class TcpHealth extends Health {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public TcpHealth() {}

    @Override
    public void addTo(FieldLayer fields) {
        fields.flag(Key.HEALTH_TCP, "check", true);
        addTimes(fields);
    }

    /** Makes it known to Jenkins. */
    @Extension(ordinal = 8)
    @Symbol("tcpHealth")
    public static final class Type extends HealthType {
        @Override
        public String getDisplayName() {
            return Texts.of("TcpHealth.name");
        }
    }
}
