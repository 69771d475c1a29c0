package io.jenkins.plugins.bluegreen.settings;

/** One of several ways of which a deployment takes exactly one. A setting that belongs to one rules out the others. */
enum Alternative {
    BUILD(Choice.SOURCE, "a build"),
    IMAGE(Choice.SOURCE, "a ready image"),
    HTTP(Choice.CHECK, "an HTTP check"),
    TCP(Choice.CHECK, "a TCP check"),
    EXEC(Choice.CHECK, "a check by command"),
    OWN(Choice.CHECK, "the image's own health check"),
    DNS(Choice.ROUTER, "router 'dns'"),
    NGINX(Choice.ROUTER, "router 'nginx'"),
    NPM(Choice.ROUTER, "router 'npm'"),
    PUBLISHED(Choice.ROUTER, "router 'port'");

    /** What is chosen. */
    enum Choice {
        SOURCE,
        CHECK,
        ROUTER
    }

    private final Choice choice;
    private final String title;

    Alternative(Choice choice, String title) {
        this.choice = choice;
        this.title = title;
    }

    Choice choice() {
        return choice;
    }

    String title() {
        return title;
    }
}
