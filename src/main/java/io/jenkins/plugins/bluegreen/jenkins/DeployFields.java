package io.jenkins.plugins.bluegreen.jenkins;

import io.jenkins.plugins.bluegreen.jenkins.fields.ContainerOptions;
import io.jenkins.plugins.bluegreen.jenkins.fields.Health;
import io.jenkins.plugins.bluegreen.jenkins.fields.Metering;
import io.jenkins.plugins.bluegreen.jenkins.fields.PreSwitch;
import io.jenkins.plugins.bluegreen.jenkins.fields.Router;

/**
 * What a user can say about a deploy, in a pipeline and in a job's form alike. A field that was left out is {@code null}.
 * Build variables in the texts are not expanded yet.
 */
public interface DeployFields {
    /** The app's name: its container's and its image's name, and the host name by which neighbours reach it. */
    String getApp();

    /** Take this image; pulled where missing. Where this is empty, the image is built. */
    String getImage();

    /** The port on which the container listens: a number, or where a form asks for it a text that may hold build variables; 80 where this is empty. */
    Object getPort();

    /** The path that is asked over HTTP before the new version gets any traffic; {@code /} where this is empty. */
    String getHealth();

    /** Credentials of the type "secret file" or "secret text" that hold the container's environment: a {@code .env} file by Compose's rules. Its values are masked in the log, but for ordinary ones; they touch a disk only where commands run in a container, by a file that is gone as soon as it is opened. */
    String getEnv();

    /** What sends the app its traffic, and so what is switched over. */
    Router getRouter();

    /** What the new version is called; also its image's tag. Where this is empty: the build's number and, where it is known, the commit. */
    String getVersion();

    /** The folder that is built, relative to the workspace, which it is where this is empty. */
    String getContext();

    /** The Dockerfile, relative to the context. */
    String getDockerfile();

    /** The stage of the Dockerfile to build; the last where this is empty. */
    String getTarget();

    /** {@code NAME=VALUE}; without a value it is taken from the build's variables. No place for secrets: they stay in the image. One a line. */
    String getBuildArgs();

    /** The registry to log in to, such as {@code registry.example.com}; Docker Hub where this is empty. */
    String getRegistry();

    /** Credentials of the type "username with password". The log-in counts for this deploy alone and is gone from the disk at its end. */
    String getRegistryCredentials();

    /** {@code NAME=VALUE}, over those of the credentials; without a value it is taken from the build's variables. One a line. */
    String getEnvironment();

    /** The app's network. What is set for this Jenkins where this is empty. */
    String getNetwork();

    /** When the new version counts as ready. */
    Health getCheck();

    /** A command that must succeed before the new version gets traffic. */
    PreSwitch getPreSwitch();

    /** Volumes, limits, user, and other options of the container. */
    ContainerOptions getContainer();

    /** Calls the app while it is deployed, and counts every request lost. */
    Metering getMetering();

    /** How long to watch the new version before the old one is stopped; if it fails, the old one takes over again. Such as {@code 30s}; none where this is empty. */
    String getBake();

    /** How long the old version's connections may take to end; {@code 30s} where this is empty. */
    String getDrainLimit();

    /** How long the old version stays in any case. */
    String getDrainMinimum();

    /** How many earlier versions are kept for rollback: a number, or a text as with the port. What is set for this Jenkins where this is empty. */
    Object getKeep();

    /** How long to wait for another deployment of this app; {@code 10m} where this is empty. */
    String getLockWait();

    /** Go on although some users are cut off: those of a port that the app's container publishes itself, of a network that the new version isn't on, or of a router that the app leaves; or may be refused while a container of Compose's is taken over. Else such a deploy is refused, and says who would be cut off. */
    boolean isAcceptGap();

    /** Deploy although a newer build of this job has deployed meanwhile. Else an older build that had to wait fails and leaves the newer version live. */
    boolean isAllowOlder();
}
