package io.jenkins.plugins.bluegreen.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.bluegreen.deploy.AppStatus;
import io.jenkins.plugins.bluegreen.deploy.Takeover;
import io.jenkins.plugins.bluegreen.docker.DiskSpace;
import io.jenkins.plugins.bluegreen.docker.DockerException;
import io.jenkins.plugins.bluegreen.host.Command;
import io.jenkins.plugins.bluegreen.host.CommandResult;
import io.jenkins.plugins.bluegreen.host.HostException;
import io.jenkins.plugins.bluegreen.settings.SettingsReader;
import io.jenkins.plugins.bluegreen.traffic.RouterException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks at everything that a deployment needs, and changes nothing. Blocks for some seconds at most. */
final class Doctor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OLDEST_MAJOR = 20;
    private static final long LEAST_FREE_MIB = 2048;
    private static final String DISK = "disk space";

    private final Workplace at;
    private final SettingsReader wanted;
    private final Optional<String> app;
    private final List<Finding> findings = new ArrayList<>();

    Doctor(Workplace at, SettingsReader wanted, Optional<String> app) {
        this.at = at;
        this.wanted = wanted;
        this.app = app;
    }

    /** Looks. What needs Docker is left out where Docker doesn't answer. */
    List<Finding> examine() throws InterruptedException {
        if (docker()) {
            disk();
            if (network()) {
                findings.add(new Reach(at.docker(), wanted.network()).examine());
            }
            router();
            takeover();
            apps();
        }
        git();
        return List.copyOf(findings);
    }

    private boolean docker() throws InterruptedException {
        CommandResult answer;
        try {
            answer = at.around().host().run(Command.of("docker", "version", "--format", "{{json .}}"));
        } catch (HostException e) {
            findings.add(
                    Finding.bad(
                            "docker client",
                            e.getMessage(),
                            "Install it: 'apt-get install docker.io' on Debian and Ubuntu, or see docs.docker.com/engine/install."));
            return false;
        }
        JsonNode versions = json(answer.out());
        String client = versions.path("Client").path("Version").asText("unknown");
        findings.add(version("docker client", client));
        JsonNode server = versions.path("Server");
        if (!answer.succeeded() || server.isMissingNode() || server.isNull()) {
            findings.add(unreachable(answer.err().strip()));
            return false;
        }
        findings.add(version("docker engine", server.path("Version").asText("unknown")));
        return true;
    }

    private static Finding version(String what, String version) {
        int major = version.matches("\\d{1,6}\\..*")
                ? Integer.parseInt(version.substring(0, version.indexOf('.')))
                : OLDEST_MAJOR;
        return major >= OLDEST_MAJOR
                ? Finding.good(what, version)
                : Finding.bad(what, version + ", but 20.10 is needed", "Install a newer Docker.");
    }

    private static Finding unreachable(String said) {
        String fix = said.contains("permission denied")
                ? "Add yourself to the group 'docker' ('sudo usermod -aG docker $USER', then log in again), or use sudo."
                : "Start it ('sudo systemctl start docker'), or set DOCKER_HOST to where it runs.";
        return Finding.bad("docker engine", said.isEmpty() ? "it doesn't answer" : said, fix);
    }

    private boolean network() throws InterruptedException {
        String name = wanted.network();
        Optional<String> found = at.docker().networkName(name);
        if (found.filter(name::equals).isPresent()) {
            findings.add(Finding.good("network", "'" + name + "' exists"));
            return true;
        }
        findings.add(
                found.isPresent()
                        ? Finding.bad("network", "'" + name + "' is the id of '" + found.get() + "'", "Give its name.")
                        : Finding.bad(
                                "network",
                                "there is no network '" + name + "'",
                                "Create it: 'docker network create " + name + "'."));
        return false;
    }

    private void disk() throws InterruptedException {
        findings.add(
                DiskSpace.of(at.docker()).map(Doctor::disk).orElse(Finding.note(DISK, "can't be seen from here", "")));
    }

    private static Finding disk(DiskSpace space) {
        String seen = space.freeMiB() + " MiB free in " + space.folder();
        return space.freeMiB() >= LEAST_FREE_MIB
                ? Finding.good(DISK, seen)
                : Finding.bad(
                        DISK,
                        seen + ", which a build can fill up",
                        "Remove what nobody needs ('docker system df' shows what there is).");
    }

    private void router() throws InterruptedException {
        if (app.isEmpty()) {
            findings.add(Finding.note("router", "not looked at, because no app was named", ""));
            return;
        }
        try {
            var router = wanted.routing().open(at.docker(), app.get());
            router.preflight(wanted.network());
            String target = router.current().map(to -> ", sends to " + to).orElse("");
            findings.add(Finding.good("router", router.describe() + " can be switched" + target));
            router.missing()
                    .ifPresent(it -> findings.add(Finding.note(
                            "router",
                            it + " isn't on this host",
                            "The next deployment pulls it, which can take a while.")));
        } catch (RouterException | DockerException | HostException e) {
            findings.add(
                    Finding.bad("router", e.getMessage(), "Mend that before deploying; nothing has been touched."));
        }
    }

    private void takeover() throws InterruptedException {
        if (app.isEmpty()) {
            return;
        }
        Optional<AppStatus.Instance> foreign =
                at.engine().status(app.get()).live().filter(live -> !live.ours());
        if (foreign.isPresent()) {
            findings.add(takeover(
                    "taking over '" + app.get() + "'",
                    wanted.takeover(foreign.get().container()),
                    wanted.acceptsGap()));
        }
    }

    private static Finding takeover(String what, Takeover takeover, boolean gapAccepted) {
        if (gapAccepted && (!takeover.losses().isEmpty() || takeover.isFoundWhileStopping())) {
            return Finding.note(what, "some users may be cut off, which --accept-gap accepts", "");
        }
        if (!takeover.losses().isEmpty()) {
            return Finding.bad(
                    what,
                    "the new version couldn't be reached by " + String.join(", nor by ", takeover.losses()),
                    "Use router 'port' and further networks, or --accept-gap if nobody comes that way.");
        }
        return takeover.isFoundWhileStopping()
                ? Finding.bad(
                        what,
                        "its name is a network alias too, as Compose gives it: who looks it up while it is being stopped"
                                + " may be refused",
                        "Accept that for the first deployment: --accept-gap.")
                : Finding.good(what, "the new version can be reached in all ways that it can");
    }

    private void apps() throws InterruptedException {
        Engine engine = at.engine();
        for (String name : engine.apps()) {
            app(engine.status(name));
        }
    }

    private void app(AppStatus status) {
        String what = "app " + status.app();
        if (status.lockedBy().isPresent()) {
            findings.add(Finding.note(
                    what,
                    "a deployment holds its lock: " + status.lockedBy().get(),
                    "If that is long over: 'bluegreen unlock " + status.app() + "'."));
        } else if (!status.unfinished().isEmpty()) {
            String names = status.unfinished().stream()
                    .map(one -> one.container().name())
                    .collect(Collectors.joining(", "));
            findings.add(Finding.note(
                    what,
                    "a deployment was interrupted and left " + names,
                    "The next deployment puts it right, or 'bluegreen unlock " + status.app() + "'."));
        } else {
            findings.add(Finding.good(
                    what, status.live().map(live -> live.version() + " is live").orElse("nothing is live")));
        }
    }

    private void git() throws InterruptedException {
        try {
            CommandResult answer = at.around().host().run(Command.of("git", "--version"));
            findings.add(Finding.good("git", answer.out().strip()));
        } catch (HostException e) {
            findings.add(Finding.note(
                    "git",
                    "it isn't installed, so versions are called after the time",
                    "Install git, or name versions with --tag."));
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.isBlank() ? "{}" : text);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
