package io.jenkins.plugins.bluegreen.jenkins;

/**
 * What a user can say about a deploy, in a pipeline and in a job's form alike. A field that was left out is {@code null}.
 * Build variables in the texts are not expanded yet.
 */
public interface DeployFields {
    /** The app's name. */
    String getApp();

    /** What the new version is called. */
    String getVersion();

    /** A ready image; else one is built. */
    String getImage();

    /** The folder that is built, relative to the workspace. */
    String getContext();

    /** The Dockerfile, relative to that folder. */
    String getDockerfile();

    /** The app's network. */
    String getNetwork();

    /** The port on which the container listens. */
    int getPort();

    /** The id of the credentials that hold the container's environment as a {@code .env} file. */
    String getEnv();

    /** The path that is asked over HTTP. */
    String getHealth();
}
