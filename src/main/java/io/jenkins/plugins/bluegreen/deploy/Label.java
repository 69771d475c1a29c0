package io.jenkins.plugins.bluegreen.deploy;

/** The labels that everything we create carries. Only what carries them is ever removed. */
final class Label {
    /** The app whose container or image this is. */
    static final String APP = "bluegreen.app";
    /** What this version is called. */
    static final String VERSION = "bluegreen.version";
    /** Who deployed it. */
    static final String BY = "bluegreen.by";
    /** Which commit it is. */
    static final String COMMIT = "bluegreen.commit";
    /** The ready image that it was made of, as the user named it; not where it was built. */
    static final String IMAGE = "bluegreen.image";
    /** The port it listens on. */
    static final String PORT = "bluegreen.port";
    /** The id of the container whose place it took, where we hadn't created that one. */
    static final String TOOK_OVER = "bluegreen.took-over";
    /** When its deployment began, in ISO 8601. */
    static final String AT = "bluegreen.at";
    /** The app whose lock this is. */
    static final String LOCK = "bluegreen.lock";
    /** Who holds the lock, for people. */
    static final String HOLDER = "bluegreen.holder";
    /** Which process holds the lock, for {@link Holder}. */
    static final String PROCESS = "bluegreen.process";
    /** The app whose history this volume bears. */
    static final String HISTORY = "bluegreen.history";
    /** The history itself. */
    static final String ENTRIES = "bluegreen.entries";

    private Label() {}
}
