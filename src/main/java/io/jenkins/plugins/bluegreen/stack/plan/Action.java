package io.jenkins.plugins.bluegreen.stack.plan;

/** What is done with a service. */
public enum Action {
    /** Its container is made. */
    CREATE("create"),
    /** Its container is made anew, with the same volumes. */
    CHANGE("change"),
    /** Its container is started or restarted as it is. */
    RESTART("restart"),
    /** Nothing. */
    LEAVE("leave"),
    /** Nothing, since something is in the way. */
    BLOCKED("blocked");

    private final String word;

    Action(String word) {
        this.word = word;
    }

    /** The word for it, for people and machines. */
    public String word() {
        return word;
    }
}
