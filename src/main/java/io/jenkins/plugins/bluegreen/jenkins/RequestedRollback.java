package io.jenkins.plugins.bluegreen.jenkins;

import io.jenkins.plugins.bluegreen.jenkins.fields.NpmRouter;

/** A way back that somebody asked for on a job's page, as its deploy step goes it. */
record RequestedRollback(DeployFields fields, RollbackRequest request) implements RollbackFields {
    @Override
    public String getApp() {
        return fields.getApp();
    }

    @Override
    public String getVersion() {
        return request.getVersion();
    }

    @Override
    public String getRouterCredentials() {
        return fields.getRouter() instanceof NpmRouter router ? router.getCredentials() : null;
    }
}
