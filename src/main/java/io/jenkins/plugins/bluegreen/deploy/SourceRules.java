package io.jenkins.plugins.bluegreen.deploy;

/** What a {@link Source} may hold. */
final class SourceRules {
    private static final String PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
    private static final String HOST = "[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?";

    /** As in distribution/reference, without IPv6 registries. */
    private static final Rule IMAGE = Rule.of(
            "The image",
            "(?=.{1,512}$)(?:" + HOST + "/)?" + PART + "(?:/" + PART + ")*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?"
                    + "(?:@[A-Za-z][A-Za-z0-9+._-]*:[0-9a-fA-F]{32,})?",
            "an image reference such as registry.example:5000/team/orders:1.2");

    private static final String TEXT = "(?![-\\s])[^\\p{Cc}\\p{Cs}\u2028\u2029]{1,4096}";

    private static final Rule CONTEXT =
            Rule.of("The build context", TEXT, "a folder or an address on one line, without a leading dash or space");

    private static final Rule DOCKERFILE =
            Rule.of("The Dockerfile", TEXT, "a path on one line, without a leading dash or space");

    private static final Rule TARGET = Rule.of(
            "The build target",
            "[A-Za-z0-9][A-Za-z0-9_.-]{0,127}",
            "a stage's name: letters, digits, _ . and -, the first of them a letter or digit");

    private SourceRules() {}

    static void check(Source source) {
        if (source instanceof Source.Ready ready) {
            IMAGE.check(ready.image());
        } else if (source instanceof Source.Build build) {
            check(build);
        }
    }

    private static void check(Source.Build build) {
        CONTEXT.check(build.context());
        DOCKERFILE.check(build.dockerfile());
        TARGET.check(build.target());
        EnvironmentRules.checkArguments(build.args());
    }
}
