package io.jenkins.plugins.bluegreen.cli.terminal;

import io.jenkins.plugins.bluegreen.host.Host;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * Where a command writes to.
 *
 * @param out results
 * @param err progress and messages
 * @param live whether {@code err} is a terminal on which lines can be overwritten
 * @param colours whether it shows colours
 * @param columns how wide it is now
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean live, boolean colours, IntSupplier columns) {

    /** This process's own. Written as UTF-8, whatever the locale, since names and logs are. */
    public static Terminal ofProcess(Host host, Map<String, String> environment) {
        boolean live = isTerminal() && !"dumb".equals(environment.get("TERM"));
        boolean colours = live && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                live,
                colours,
                new TerminalWidth(host, environment));
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }

    /** {@code System.console()} would tell of input and output; what counts here is the error stream. */
    private static boolean isTerminal() {
        Path error = Path.of("/proc/self/fd/2");
        try {
            String target = Files.readSymbolicLink(error).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            // No /proc, so no Linux: plain lines are right anywhere.
            return false;
        }
    }

    /** Colours, or none. */
    Style style() {
        return new Style(colours);
    }
}
