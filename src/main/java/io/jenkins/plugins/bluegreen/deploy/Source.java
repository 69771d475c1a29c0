package io.jenkins.plugins.bluegreen.deploy;

import java.util.Map;
import java.util.Optional;

/** Where the new version's image comes from. */
public sealed interface Source {
    /**
     * A build. Names as in Compose's {@code build}.
     *
     * @param context the folder on the host, or a URL that Docker understands
     * @param dockerfile the Dockerfile's path, relative to the context
     * @param target the stage to build; empty means the last
     * @param args build arguments
     */
    record Build(String context, String dockerfile, Optional<String> target, Map<String, String> args)
            implements Source {
        public Build {
            args = Map.copyOf(args);
        }
    }

    /** A ready image, pulled where the host doesn't have it. */
    record Ready(String image) implements Source {}
}
