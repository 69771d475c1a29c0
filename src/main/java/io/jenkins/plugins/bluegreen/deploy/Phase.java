package io.jenkins.plugins.bluegreen.deploy;

/** The phases of a deployment, in their order; {@link #UNDO} only where something went wrong. */
public enum Phase {
    LOCK("lock"),
    RECOVER("recover"),
    OBSERVE("observe"),
    PREFLIGHT("preflight"),
    BUILD("build"),
    CANDIDATE("candidate"),
    READY("ready"),
    PRE_SWITCH("pre-switch"),
    SWITCH("switch"),
    VERIFY("verify"),
    DRAIN("drain"),
    BAKE("bake"),
    STOP_OLD("stop old"),
    COMMIT("commit"),
    CLEAN("clean"),
    UNDO("undo");

    private final String title;

    Phase(String title) {
        this.title = title;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }
}
