package io.jenkins.plugins.bluegreen.jenkins.fields;

import hudson.model.AbstractDescribableImpl;
import io.jenkins.plugins.bluegreen.settings.Key;
import java.io.Serializable;
import org.kohsuke.stapler.DataBoundSetter;

/** When a version counts as ready; one of several kinds, with the times that all of them have. */
public abstract class Health extends AbstractDescribableImpl<Health> implements Serializable {
    private static final long serialVersionUID = 1L;

    private String interval;
    private String timeout;
    private Integer successes;
    private String deadline;

    /** Adds what is set here. */
    public abstract void addTo(FieldLayer fields);

    /** Adds the times. */
    final void addTimes(FieldLayer fields) {
        fields.text(Key.INTERVAL, "check.interval", interval);
        fields.text(Key.TIMEOUT, "check.timeout", timeout);
        fields.number(Key.SUCCESSES, "check.successes", successes);
        fields.text(Key.DEADLINE, "check.deadline", deadline);
    }

    public final String getInterval() {
        return interval;
    }

    @DataBoundSetter
    public final void setInterval(String interval) {
        this.interval = Blank.toNull(interval);
    }

    public final String getTimeout() {
        return timeout;
    }

    @DataBoundSetter
    public final void setTimeout(String timeout) {
        this.timeout = Blank.toNull(timeout);
    }

    public final Integer getSuccesses() {
        return successes;
    }

    @DataBoundSetter
    public final void setSuccesses(Integer successes) {
        this.successes = successes;
    }

    public final String getDeadline() {
        return deadline;
    }

    @DataBoundSetter
    public final void setDeadline(String deadline) {
        this.deadline = Blank.toNull(deadline);
    }
}
