package io.jenkins.plugins.bluegreen.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.bluegreen.deploy.AppStatus;
import io.jenkins.plugins.bluegreen.host.HostException;
import io.jenkins.plugins.bluegreen.settings.Remembered;
import io.jenkins.plugins.bluegreen.settings.Settings;
import io.jenkins.plugins.bluegreen.settings.SettingsException;
import io.jenkins.plugins.bluegreen.settings.SettingsReader;
import io.jenkins.plugins.bluegreen.traffic.Router;
import io.jenkins.plugins.bluegreen.traffic.RouterException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what is live. */
@Command(
        name = "status",
        header = "Shows what is live, what can be rolled back to, and what is unfinished.",
        description = {"", "Of one app, or of all apps on this host where none is named.", ""})
final class StatusCommand implements Callable<Integer> {
    private final Workplace at;

    @Mixin
    private Described described;

    @Option(names = "--all", description = "All apps, whatever bluegreen.yaml says.")
    private boolean all;

    @Mixin
    private SharedOptions shared;

    StatusCommand(Workplace at) {
        this.at = at;
    }

    @Override
    public Integer call() throws InterruptedException {
        Engine engine = at.engine();
        List<AppView> views = new ArrayList<>();
        for (String app : apps(engine)) {
            AppStatus status = engine.status(app);
            views.add(new AppView(status, routerTarget(status)));
        }
        tell(views);
        return ExitCode.DONE.number();
    }

    private List<String> apps(Engine engine) throws InterruptedException {
        Optional<String> one = all ? Optional.empty() : described.name(at);
        return one.isPresent() ? List.of(one.get()) : engine.apps();
    }

    /** What the router is and where it sends the traffic, as far as it can be asked with the settings of the live version. */
    private String routerTarget(AppStatus status) throws InterruptedException {
        if (status.live().isEmpty()) {
            return "";
        }
        Settings settings = Remembered.ofApp(at.docker(), status.app()).last();
        try {
            Router router = new SettingsReader(settings, at.around()).routing().open(at.docker(), status.app());
            return router.describe()
                    + router.current().map(to -> " sends to " + to).orElse("");
        } catch (SettingsException | RouterException | HostException | IllegalArgumentException e) {
            return "can't be asked: " + e.getMessage();
        }
    }

    private void tell(List<AppView> views) {
        PrintWriter out = at.terminal().out();
        if (shared.json) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            views.forEach(view -> list.add(view.json()));
            out.println(list.toPrettyString());
        } else if (views.isEmpty()) {
            out.println("No app has been deployed on this host.");
        } else {
            out.print(String.join(
                    "\n",
                    views.stream()
                            .map(view -> view.text(at.around().clock().instant()))
                            .toList()));
        }
        out.flush();
    }
}
