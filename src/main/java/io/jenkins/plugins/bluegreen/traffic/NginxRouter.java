package io.jenkins.plugins.bluegreen.traffic;

import io.jenkins.plugins.bluegreen.host.CommandResult;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rewrites the app's upstream, has nginx test it, reloads, and returns when no worker with the old configuration takes
 * requests any more. Such a worker ends when its last request and its last websocket have ended: it is known by its
 * title, so that one left by a deploy that was killed is seen too.
 */
final class NginxRouter implements Router {
    private final ProxyContainer nginx;
    private final String file;
    private final String app;

    NginxRouter(ProxyContainer nginx, String file, String app) {
        this.nginx = nginx;
        this.file = file;
        this.app = app;
    }

    @Override
    public String describe() {
        return "nginx '" + nginx.name() + "'";
    }

    @Override
    public void preflight(String network) throws InterruptedException {
        nginx.onNetwork(network);
        CommandResult test = run(NginxScripts.TEST);
        if (test.succeeded()) {
            checkUsed(test.out());
        } else if (!(lacksOnlyUpstream(test) && ours().isEmpty()) && !findsNoHostOfOurs(test)) {
            throw new RouterException("The configuration of " + describe() + " is faulty already, before anything was"
                    + " changed, so it can't be reloaded. Mend it first. 'nginx -t' says: "
                    + ProxyContainer.said(test));
        }
    }

    private boolean lacksOnlyUpstream(CommandResult test) {
        return test.err().contains("host not found in upstream \"" + app + "\"");
    }

    /** What our file names is gone, and so is nginx's next start: the new version is what mends it. */
    private boolean findsNoHostOfOurs(CommandResult test) {
        return test.err().contains("host not found in upstream") && test.err().contains(" in " + file + ":");
    }

    private void checkUsed(String configuration) {
        String use = "(?m)^[^#\\n]*(?://|_pass\\s+)" + Pattern.quote(app) + "(?=[;/\"'\\s])";
        if (!Pattern.compile(use).matcher(configuration).find()) {
            throw new RouterException("No server block of " + describe() + " sends requests to the upstream '" + app
                    + "', so a switch would change nothing. Give one a 'proxy_pass http://" + app + ";'.");
        }
    }

    @Override
    public Optional<String> current() throws InterruptedException {
        return nginx.run(NginxScripts.READ, file).flatMap(read -> Upstream.live(read.out()));
    }

    private String ours() throws InterruptedException {
        return run(NginxScripts.READ, file).out();
    }

    @Override
    public void route(Backend live, Optional<Backend> standby) throws InterruptedException {
        write(Upstream.text(app, live, standby), live.toString());
    }

    /** Also does nothing where nginx doesn't run: then there is nobody to answer. */
    @Override
    public void withdraw() throws InterruptedException {
        if (current().isPresent()) {
            write(Upstream.none(app), "no backend");
        }
    }

    private void write(String text, String target) throws InterruptedException {
        CommandResult result = run(NginxScripts.ROUTE, file, text.strip());
        if (!result.succeeded()) {
            throw new RouterException(
                    describe() + " was not switched to " + target + " and goes on as before: " + reason(result));
        }
    }

    private String reason(CommandResult result) {
        String said = ProxyContainer.said(result);
        return switch (result.exitCode()) {
            case NginxScripts.UNWRITABLE ->
                file + " can't be written there. Give it a directory that the container's user may write to: " + said;
            case NginxScripts.REFUSED -> "'nginx -t' refused the new " + file + ": " + said;
            case NginxScripts.NOT_READ ->
                "it doesn't read " + file + ". Give 'http' an 'include' that covers it, or name a file it reads.";
            case NginxScripts.NOT_RELOADED ->
                "it accepted the new configuration, but no new workers took over within 5 s. Its log says why: docker"
                        + " logs " + nginx.name() + ". " + said;
            default -> "'docker exec' ended with exit code " + result.exitCode() + ": " + said;
        };
    }

    /** Waits for all old workers: one can't tell from outside whose requests they are finishing. */
    @Override
    public boolean awaitLeft(Backend left, Duration limit) throws InterruptedException {
        return Polling.await(limit, looks -> left(nginx.run(NginxScripts.RETIRED, looks)));
    }

    @Override
    public String stragglers() {
        return "old workers of " + describe();
    }

    private boolean left(Optional<CommandResult> look) {
        if (look.isEmpty() || look.get().succeeded()) {
            return true;
        }
        if (look.get().exitCode() != NginxScripts.BUSY) {
            throw new RouterException(
                    "The workers of " + describe() + " can't be seen: " + ProxyContainer.said(look.get()));
        }
        return false;
    }

    @Override
    public Duration afterglow() {
        return Duration.ZERO;
    }

    /** Runs a script where nginx must be up. */
    private CommandResult run(String script, String... values) throws InterruptedException {
        Optional<CommandResult> result = nginx.run(script, values);
        if (result.isEmpty()) {
            nginx.running();
            throw new RouterException(describe() + " was just being stopped or started. Try again.");
        }
        return result.get();
    }
}
