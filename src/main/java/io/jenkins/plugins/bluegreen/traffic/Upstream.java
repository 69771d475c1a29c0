package io.jenkins.plugins.bluegreen.traffic;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one file of nginx's configuration that is ours. */
final class Upstream {
    private static final Pattern LIVE =
            Pattern.compile("(?m)^\\s*server\\s+(\\S+?)(?:\\s+max_fails=\\S+\\s+fail_timeout=\\S+)?;");

    private Upstream() {}

    /** One without any server to be had: 502 at once. Without the upstream, nginx would refuse to reload or start. */
    static String none(String app) {
        return heading(app) + "    server 127.0.0.1:9 down;\n}\n";
    }

    private static String heading(String app) {
        return "# Written by Blue-Green Deploy at every deploy of " + app
                + "; changes made by hand are lost.\nupstream " + app + " {\n";
    }

    /**
     * With a standby, one refused or broken request puts the live server out of use for 30 s, in all workers ({@code
     * zone}) at once: when a container has gone, its address refuses for some 0.1 s only, and swallows what's sent to
     * it from then on.
     */
    static String text(String app, Backend live, Optional<Backend> standby) {
        StringBuilder text = new StringBuilder(heading(app));
        if (standby.isPresent()) {
            text.append("    zone bluegreen_").append(app).append(" 64k;\n");
            text.append("    server ").append(live).append(" max_fails=1 fail_timeout=30s;\n");
            text.append("    server ").append(standby.get()).append(" backup;\n");
        } else {
            text.append("    server ").append(live).append(";\n");
        }
        return text.append("}\n").toString();
    }

    /** The live server in such a file. */
    static Optional<String> live(String text) {
        Matcher matcher = LIVE.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
