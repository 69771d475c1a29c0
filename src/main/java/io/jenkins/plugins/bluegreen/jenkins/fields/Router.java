package io.jenkins.plugins.bluegreen.jenkins.fields;

import hudson.model.AbstractDescribableImpl;
import java.io.Serializable;

/** What sends an app its traffic; one of several kinds. */
public abstract class Router extends AbstractDescribableImpl<Router> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Adds what is set here. */
    public abstract void addTo(FieldLayer fields);
}
