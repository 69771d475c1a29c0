package io.jenkins.plugins.bluegreen.bench;

import io.jenkins.plugins.bluegreen.deploy.KilledDeploy;
import io.jenkins.plugins.bluegreen.deploy.Phase;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Kills a deployer before the first of its commands, another one before the second, and so on until one has done all of
 * them. How many there are differs a little from deployment to deployment: while the old version drains it is looked at
 * again and again.
 */
final class KillBench {
    private static final int MOST = 500;
    private static final int WIDTH = 90;

    private final Results results;

    KillBench(Results results) {
        this.results = results;
    }

    /** One killed deployer: after how many commands, where that was, and what was not as it should be afterwards. */
    private record Killed(int commands, String where, String fault) {}

    /** True where every one was put right without a request lost. */
    boolean run() throws IOException, InterruptedException {
        List<Killed> all = new ArrayList<>();
        boolean survived = false;
        while (!survived && all.size() < MOST) {
            survived = killFrom(all);
        }
        results.write("kill", all);
        long bad = all.stream().filter(killed -> !killed.fault().isEmpty()).count();
        results.say("A deployer was killed before each of its " + all.size() + " commands; " + bad
                + " times not everything was put right, or a request was lost.");
        return survived && bad == 0;
    }

    /** Goes on until one survives (true), or something is wrong, which needs a new stage (false). */
    private boolean killFrom(List<Killed> all) throws IOException, InterruptedException {
        Sandbox sandbox = new Sandbox().open();
        try {
            KilledDeploy deploy = KilledDeploy.live(sandbox);
            while (all.size() < MOST) {
                Optional<String> where = deploy.kill(Phase.LOCK, all.size());
                if (where.isEmpty()) {
                    return true;
                }
                tell(all, new Killed(all.size(), where.get(), ""));
            }
        } catch (AssertionError e) {
            tell(all, new Killed(all.size(), "", String.valueOf(e.getMessage())));
        } finally {
            sandbox.close();
        }
        return false;
    }

    private void tell(List<Killed> all, Killed killed) {
        all.add(killed);
        String where = killed.where();
        results.say(killed.commands() + "  " + where.substring(0, Math.min(where.length(), WIDTH))
                + (killed.fault().isEmpty() ? ": put right, none lost" : "WRONG: " + killed.fault()));
    }
}
