package hudson.model;

import hudson.security.AccessControlled;
import hudson.security.Permission;
import jenkins.model.Jenkins;

public interface Item extends ModelObject, AccessControlled {
    Permission BUILD = Jenkins.ADMINISTER;
    Permission CONFIGURE = Jenkins.ADMINISTER;
    Permission EXTENDED_READ = Jenkins.ADMINISTER;

    String getFullName();
}
