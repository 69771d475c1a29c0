package io.jenkins.plugins.bluegreen.jenkins;

/** What a user can say about a way back. A field that was left out is {@code null}; build variables aren't expanded yet. */
public interface RollbackFields {
    /** The app's name. */
    String getApp();

    /** The kept version to go back to; the one before the live one where this is empty. */
    String getVersion();

    /** The id of the credentials to log in to NGINX Proxy Manager with, where the app is behind it. */
    String getRouterCredentials();
}
