package io.jenkins.plugins.bluegreen.deploy;

/**
 * The container and image names of one app. Together with the labels they are all the state there is: which name a
 * container bears says how far its deployment has come.
 *
 * @param app the app's name, which is also the live container's
 */
record Names(String app) {
    private static final String KEPT = "-kept-";

    /** The live one. */
    String live() {
        return app;
    }

    /** A new version that no traffic goes to yet. */
    String candidate() {
        return app + "-candidate";
    }

    /** The container of its own in which a pre-switch command runs. */
    String hook() {
        return app + "-candidate-hook";
    }

    /** A kept version that is being brought back, and that no traffic goes to yet. */
    String returning() {
        return app + "-returning";
    }

    /** The old version after the names were swapped, still running so that it can be gone back to. */
    String draining() {
        return app + "-draining";
    }

    /** A version that is over: being stopped, or stopped and kept for rollback. */
    String kept(String version) {
        return app + KEPT + version;
    }

    /** The same where other containers have that name already. */
    String kept(String version, int turn) {
        return kept(version) + (turn == 1 ? "" : "." + turn);
    }

    boolean isKept(String name) {
        return name.startsWith(app + KEPT);
    }

    String keptVersion(String name) {
        return name.substring((app + KEPT).length());
    }

    String lock() {
        return app + "-lock";
    }

    String blue() {
        return app + "-blue";
    }

    String green() {
        return app + "-green";
    }

    String temporaryImage() {
        return app + ":temp";
    }

    String latestImage() {
        return app + ":latest";
    }

    String image(String version) {
        return app + ":" + version;
    }
}
