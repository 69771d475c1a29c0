package io.jenkins.plugins.bluegreen.jenkins;

import hudson.model.Item;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import io.jenkins.plugins.bluegreen.jenkins.fields.Texts;

/** Who may bring an earlier version live from a job's page. Has its own column in Jenkins's permission matrix. */
public final class RollbackPermission {
    private static final PermissionGroup GROUP =
            new PermissionGroup(RollbackPermission.class, Texts.later("permission"));

    /** Not implied by the permission to build: whoever may deploy forward need not be allowed to go back. */
    public static final Permission ROLLBACK =
            new Permission(GROUP, "Rollback", Texts.later("permission.rollback"), Item.CONFIGURE, PermissionScope.ITEM);

    private RollbackPermission() {}

    /** Makes sure that Jenkins knows the permission before it reads who has it; loading this class is all that takes. */
    static void announce() {}
}
