package io.jenkins.plugins.bluegreen.demo;

import io.jenkins.plugins.bluegreen.cli.terminal.Cancellation;
import io.jenkins.plugins.bluegreen.fixture.DeployStage;
import io.jenkins.plugins.bluegreen.fixture.Edge;
import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.report.Act;
import io.jenkins.plugins.bluegreen.report.HtmlReport;
import io.jenkins.plugins.bluegreen.report.JsonReport;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code bin/demo}, once the machine is prepared. Arguments: {@code run} or {@code keep} or {@code remove}, the name of the
 * demonstration's network, which all its names begin with, and {@code colours} or {@code plain}.
 *
 * <p>Exit codes: 0 where no request was lost and every act ended as it should, 1 where not, 130 where it was called off.
 */
public final class Demo {
    private static final String TITLE = "Deployments without losing a request";
    private static final int CALLED_OFF = 130;

    private final Sandbox sandbox;
    private final Screen screen;

    private Demo(Sandbox sandbox, Screen screen) {
        this.sandbox = sandbox;
        this.screen = screen;
    }

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Sandbox sandbox = Sandbox.of(args[1]);
        Demo demo = new Demo(sandbox, new Screen(out, args[2].equals("colours")));
        int code = 0;
        if (args[0].equals("remove")) {
            sandbox.remove();
            out.println("Removed what bore the name " + args[1] + ".");
        } else {
            Cancellation.ofThisThread(new PrintWriter(out, true, StandardCharsets.UTF_8));
            code = demo.run(args[0].equals("keep"));
        }
        System.exit(code);
    }

    private int run(boolean keep) throws InterruptedException {
        boolean finished = false;
        try {
            int code = play();
            finished = true;
            return code;
        } catch (InterruptedException e) {
            return CALLED_OFF;
        } catch (Exception | AssertionError e) {
            screen.line("The demonstration broke off: " + e.getMessage());
            return 1;
        } finally {
            boolean interrupted = Thread.interrupted(); // cleaning up takes commands, which would end at once
            if (keep && finished) {
                kept();
            } else {
                sandbox.close();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private int play() throws Exception {
        screen.line("");
        screen.line("Real deployments of examples/orders behind nginx, on the network " + sandbox.network() + ".");
        screen.line("Users make " + 2 * Scenario.PER_SECOND + " requests a second all the while, half of them on new"
                + " connections, and 2 slow ones of 1.5 s.");
        sandbox.open();
        Edge edge = DeployStage.edgeFor(sandbox, DemoApp.name(sandbox));
        try (Scenario scenario = new Scenario(new DemoApp(sandbox, edge), screen)) {
            return report(scenario.play());
        }
    }

    private int report(List<Act> acts) throws IOException {
        Path folder = Files.createDirectories(Images.projectFolder().resolve("target/demo"));
        Files.writeString(
                folder.resolve("report.json"), JsonReport.of(TITLE, acts).toPrettyString() + "\n");
        Files.writeString(folder.resolve("report.html"), HtmlReport.of(TITLE, acts));
        Scoreboard scoreboard = new Scoreboard(acts);
        scoreboard.show(screen);
        screen.line("");
        screen.line("With pictures: " + folder.resolve("report.html") + "   For machines: report.json beside it");
        return scoreboard.good() ? 0 : 1;
    }

    private void kept() throws InterruptedException {
        String app = DemoApp.name(sandbox);
        screen.line("");
        screen.line("Kept, to look at:");
        screen.line("  curl -i " + sandbox.uri(sandbox.name("edge"), 80, "/"));
        screen.line("  bin/bluegreen status " + app);
        screen.line("  bin/bluegreen history " + app);
        screen.line("  bin/demo --remove " + sandbox.network() + "     (removes it all)");
    }
}
