package io.jenkins.plugins.bluegreen.settings;

import io.jenkins.plugins.bluegreen.deploy.Source;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What a version is called where nobody says. */
final class VersionName {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final int SHORT = 7;

    private final Clock clock;
    private final Git git;

    VersionName(Clock clock, Git git) {
        this.clock = clock;
        this.git = git;
    }

    /** The image's tag; else the commit, and the time too where there is more than the commit; else the time. */
    String of(Source source) throws InterruptedException {
        String time = TIME.format(clock.instant());
        if (source instanceof Source.Ready ready) {
            return tag(ready.image()).orElse(time);
        }
        Optional<String> commit = git.commit().map(id -> id.substring(0, SHORT));
        if (commit.isEmpty()) {
            return time;
        }
        return git.changed() ? commit.get() + "-dirty-" + time : commit.get();
    }

    private static Optional<String> tag(String image) {
        String last = image.substring(image.lastIndexOf('/') + 1);
        int colon = last.indexOf(':');
        boolean telling = colon > 0 && !last.contains("@") && !last.endsWith(":latest");
        return telling ? Optional.of(last.substring(colon + 1)) : Optional.empty();
    }
}
