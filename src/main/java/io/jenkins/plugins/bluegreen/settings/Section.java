package io.jenkins.plugins.bluegreen.settings;

/** The headings under which the help lists the options, in their order. */
public enum Section {
    APP("The app"),
    SOURCE("Where its image comes from"),
    ENVIRONMENT("Its environment"),
    CONTAINER("How its container is run"),
    HEALTH("When it counts as ready"),
    PRE_SWITCH("Before the switch"),
    ROUTER("What sends it the traffic"),
    AFTER("The switch and what follows"),
    METER("The downtime meter");

    private final String heading;

    Section(String heading) {
        this.heading = heading;
    }

    /** The heading itself. */
    public String heading() {
        return heading;
    }
}
