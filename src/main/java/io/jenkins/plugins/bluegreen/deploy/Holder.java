package io.jenkins.plugins.bluegreen.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Which process holds a lock. Two processes can judge each other only where they run under the same kernel and in the
 * same pid namespace; elsewhere a holder's heartbeat has to tell.
 *
 * @param place the kernel's boot id and the pid namespace; empty where the system doesn't show them
 * @param pid the process's number
 * @param started when it was started, since numbers are used again
 */
record Holder(String place, long pid, Instant started) {

    /** This very process. */
    static Holder self() {
        ProcessHandle self = ProcessHandle.current();
        return new Holder(here(), self.pid(), self.info().startInstant().orElse(Instant.EPOCH));
    }

    private static String here() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip() + "/"
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException e) {
            return "";
        }
    }

    /** Reads what {@link #text()} wrote; empty for anything else. */
    static Optional<Holder> parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 3 || !parts[1].matches("\\d{1,18}") || !parts[2].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(
                new Holder(parts[0], Long.parseLong(parts[1]), Instant.ofEpochMilli(Long.parseLong(parts[2]))));
    }

    String text() {
        return place + " " + pid + " " + started.toEpochMilli();
    }

    /** True where this process can be seen from here and isn't there any more. */
    boolean dead() {
        if (place.isEmpty() || !place.equals(here())) {
            return false;
        }
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .filter(start -> start.toEpochMilli() == started.toEpochMilli())
                .isEmpty();
    }
}
