package io.jenkins.plugins.bluegreen.jenkins.fields;

import hudson.model.Item;
import hudson.security.Permission;
import jenkins.model.Jenkins;

/** Who may ask what a form asks. A form that belongs to no job is the administrator's. */
final class FormPermission {
    private FormPermission() {}

    /** May change the job, or see its configuration as the Snippet Generator's users do. */
    static boolean mayConfigure(Item item) {
        return item == null
                ? administers()
                : item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(Item.CONFIGURE);
    }

    /** May see which credentials there are for the job. */
    static boolean mayChooseCredentials(Item item, Permission use) {
        return item == null ? administers() : item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(use);
    }

    private static boolean administers() {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER);
    }
}
