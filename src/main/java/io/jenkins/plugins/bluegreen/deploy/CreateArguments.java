package io.jenkins.plugins.bluegreen.deploy;

import io.jenkins.plugins.bluegreen.docker.Docker;
import java.util.ArrayList;
import java.util.List;

/** The argument list of {@code docker create} for an app's container. Values are always behind {@code --name=}. */
final class CreateArguments {
    private final List<String> options = new ArrayList<>();

    /** A container of the app on its network, as it is described, under this name and with this environment. */
    static CreateArguments of(Deployment deployment, String name, ContainerEnvironment environment) {
        CreateArguments all = new CreateArguments();
        all.options.add("--name=" + name);
        all.options.add("--restart=no");
        all.options.add("--network=" + deployment.network());
        all.runOptions(deployment.run());
        all.options.addAll(environment.arguments());
        return all;
    }

    private void runOptions(RunOptions run) {
        each("--volume=", run.volumes());
        run.user().ifPresent(user -> options.add("--user=" + user));
        run.memory().ifPresent(memory -> options.add("--memory=" + memory));
        run.cpus().ifPresent(cpus -> options.add("--cpus=" + cpus));
        run.labels().forEach(this::label);
        if (run.readOnly()) {
            options.add("--read-only");
        }
        each("--cap-drop=", run.capDrop());
        if (run.init()) {
            options.add("--init");
        }
        run.stopSignal().ifPresent(signal -> options.add("--stop-signal=" + signal));
        options.add("--stop-timeout=" + Docker.wholeSeconds(run.stopGrace()));
        options.addAll(run.extra());
    }

    /** Another name on the app's network. */
    CreateArguments alias(String alias) {
        options.add("--network-alias=" + alias);
        return this;
    }

    /** Runs this program in place of the image's own. */
    CreateArguments entrypoint(String program) {
        options.add("--entrypoint=" + program);
        return this;
    }

    CreateArguments label(String key, String value) {
        options.add("--label=" + key + "=" + value);
        return this;
    }

    private void each(String option, List<String> values) {
        values.forEach(value -> options.add(option + value));
    }

    /** The whole list: the options, the image, and the command that replaces the image's own. */
    List<String> running(String image, List<String> command) {
        List<String> all = new ArrayList<>(options);
        all.add(image);
        all.addAll(command);
        return List.copyOf(all);
    }
}
