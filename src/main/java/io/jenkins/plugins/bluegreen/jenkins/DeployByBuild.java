package io.jenkins.plugins.bluegreen.jenkins;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.bluegreen.deploy.AppStatus;
import io.jenkins.plugins.bluegreen.deploy.BlueGreen;
import io.jenkins.plugins.bluegreen.deploy.Consent;
import io.jenkins.plugins.bluegreen.deploy.Deployment;
import io.jenkins.plugins.bluegreen.deploy.DeploymentException;
import io.jenkins.plugins.bluegreen.deploy.OrdinaryValues;
import io.jenkins.plugins.bluegreen.deploy.Progress;
import io.jenkins.plugins.bluegreen.deploy.Report;
import io.jenkins.plugins.bluegreen.deploy.Rollback;
import io.jenkins.plugins.bluegreen.docker.Docker;
import io.jenkins.plugins.bluegreen.docker.DockerException;
import io.jenkins.plugins.bluegreen.host.HostException;
import io.jenkins.plugins.bluegreen.host.Mask;
import io.jenkins.plugins.bluegreen.host.Secret;
import io.jenkins.plugins.bluegreen.jenkins.fields.FieldLayer;
import io.jenkins.plugins.bluegreen.settings.AppName;
import io.jenkins.plugins.bluegreen.settings.Key;
import io.jenkins.plugins.bluegreen.settings.Remembered;
import io.jenkins.plugins.bluegreen.settings.Settings;
import io.jenkins.plugins.bluegreen.settings.SettingsException;
import io.jenkins.plugins.bluegreen.settings.SettingsReader;
import io.jenkins.plugins.bluegreen.settings.Surroundings;
import io.jenkins.plugins.bluegreen.traffic.RouterException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A deploy, or a way back, as a build makes it; the same for pipeline steps and for the freestyle build step. Every method
 * blocks and tells the log how it goes. Interrupting the thread calls the deploy off; the report then says so, and the
 * thread stays interrupted. They throw {@link IOException} where it can't begin: bad fields, missing credentials.
 *
 * @param run the build
 * @param workspace relative paths count from here; commands run on its machine
 * @param environment the build's variables
 * @param launcher starts the commands
 * @param listener the build's log
 */
record DeployByBuild(Run<?, ?> run, FilePath workspace, EnvVars environment, Launcher launcher, TaskListener listener) {
    /** Where the settings' reader looks for NGINX Proxy Manager's password. */
    private static final String ROUTER_SECRET = "BLUEGREEN_NPM_SECRET";

    /**
     * Deploys.
     *
     * @param fields what the user wants
     * @param begun what was begun before the controller was restarted in the middle: it is finished or undone first, and where
     *     that brought our version live, nothing is left to do
     * @param also hears every event too
     */
    Report deploy(DeployFields fields, Begun begun, Progress also) throws IOException, InterruptedException {
        RollbackRequest request = run.getAction(RollbackRequest.class);
        if (request != null) {
            return goBack(fields, request, begun, also);
        }
        workspace.mkdirs(); // commands run in it, and nothing may have been checked out
        return noted(
                fields.getRegistryCredentials() == null
                        ? deploy(fields, begun, also, Map.of())
                        : loggedIn(fields, begun, also));
    }

    /** A build that was started to go back never deploys, whatever its steps say. */
    private Report goBack(DeployFields fields, RollbackRequest request, Begun begun, Progress also)
            throws IOException, InterruptedException {
        String app = expanded(fields.getApp());
        String started = "This build was started to go back to version " + request.getVersion();
        if (request.getApp().equals(app)) {
            say(started + ", so it doesn't deploy.");
            return rollBack(new RequestedRollback(fields, request), begun, also);
        }
        if (!request.leavesAlone(app)) {
            throw new AbortException(started + " of '" + request.getApp() + "', so it doesn't deploy '" + app
                    + "'. Nothing was changed. Run the job with other parameters, or 'blueGreenRollback'.");
        }
        say(started + " of '" + request.getApp() + "', so it leaves '" + app + "' as it is.");
        workspace.mkdirs();
        return told(() -> Resumption.untouched(engine(List.of(), Map.of(), also).status(app), build().by()));
    }

    /** For the build's page and its job's. */
    private Report noted(Report report) {
        int number = run.getActions(DeploymentAction.class).size() + 1;
        run.addAction(new DeploymentAction(report, number, kept(report.app())));
        try {
            DeployMark.of(run.getParent()).set();
            TimelinePicture.of(run, number).draw(report);
            run.save();
        } catch (IOException e) {
            say("WARNING: what was deployed can't be kept for this build's page: " + e.getMessage());
        }
        return report;
    }

    /** Which versions can be gone back to now; empty where the host can't be asked any more. Also for an interrupted thread. */
    private Optional<List<String>> kept(String app) {
        boolean interrupted = Thread.interrupted();
        try {
            AppStatus status = new BlueGreen(new Docker(host(Map.of())), event -> {}).status(app);
            return Optional.of(
                    status.kept().stream().map(AppStatus.Instance::version).toList());
        } catch (DockerException | HostException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            interrupted = true;
            return Optional.empty();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Report loggedIn(DeployFields fields, Begun begun, Progress also) throws IOException, InterruptedException {
        Login login = credentials().login(environment.expand(fields.getRegistryCredentials()));
        RegistryLogin registry = RegistryLogin.of(workspace, build());
        try {
            told(() -> registry.logIn(host(Map.of()), expanded(fields.getRegistry()), login));
            return deploy(fields, begun, also, registry.environment());
        } finally {
            registry.forget();
        }
    }

    private Report deploy(DeployFields fields, Begun begun, Progress also, Map<String, String> registry)
            throws IOException, InterruptedException {
        return told(() -> {
            FieldLayer layer = layer();
            Description description = new Description(fields, layer, workspace.getRemote(), Defaults.get()).collect();
            staysInside(description.paths());
            Remembered remembered = remembered(layer, registry);
            Optional<Login> said = login(layer);
            Optional<Login> login = said.isPresent() ? said : rememberedLogin(remembered, layer);
            Settings settings = description.settings(build(description), variables(fields), said);
            Deployment deployment =
                    new SettingsReader(known -> known.routing(settings), remembered, around(login)).deployment();
            OrdinaryValues ordinary = new OrdinaryValues(deployment.app(), deployment.network(), deployment.version());
            List<Secret> secrets = new ArrayList<>(ordinary.secretsAmong(deployment.environment()));
            login.ifPresent(it -> secrets.add(it.password()));
            BlueGreen engine = engine(secrets, registry, also);
            Optional<Report> finished = begun.resumed() ? finished(engine, deployment) : Optional.empty();
            return finished.isPresent() ? finished.get() : engine.deploy(deployment, consent(fields));
        });
    }

    private Map<String, String> variables(DeployFields fields) throws IOException, InterruptedException {
        String env = expanded(fields.getEnv());
        if (env == null) {
            return Map.of();
        }
        EnvFile file = credentials().environment(env);
        Map<String, String> variables = file.variables();
        file.warnings().forEach(warning -> say("WARNING: " + warning));
        return variables;
    }

    /** What the host knows of how the app that the fields name was deployed before. */
    private Remembered remembered(FieldLayer layer, Map<String, String> registry) throws InterruptedException {
        String app = new AppName(layer.settings().text(Key.APP).orElseThrow()).checked();
        return Remembered.ofApp(new Docker(host(registry)), app);
    }

    /** The usual log-in, where the app is behind NGINX Proxy Manager and the fields say nothing of that. */
    private Optional<Login> rememberedLogin(Remembered remembered, FieldLayer layer) throws AbortException {
        if (remembered.asksProxyManager()) {
            layer.login(Defaults.get().proxyManager().credentials());
        }
        return login(layer);
    }

    private void staysInside(List<String> paths) throws IOException, InterruptedException {
        for (String path : paths) {
            if (!workspace.getChannel().call(new AgentPathCheck(workspace.getRemote(), path))) {
                throw new AbortException("The path '" + path + "' leads out of the workspace, by a symbolic link."
                        + " Build from a folder that is in it.");
            }
        }
    }

    private Consent consent(DeployFields fields) {
        return fields.isAllowOlder() ? Consent.GIVEN : new NotOverNewer(build());
    }

    private Optional<Report> finished(BlueGreen engine, Deployment deployment) throws InterruptedException {
        say("Jenkins was restarted while this deploy was under way: what it had begun is put right first.");
        say(engine.putRight(deployment.terms()));
        return Resumption.report(deployment, engine.status(deployment.app()), engine.history(deployment.app()));
    }

    /** Goes back to a kept version, with the settings with which the live one was deployed. */
    Report rollBack(RollbackFields fields, Begun begun, Progress also) throws IOException, InterruptedException {
        workspace.mkdirs();
        return noted(told(() -> {
            RollbackDescription description = new RollbackDescription(fields, layer(), Defaults.get());
            FieldLayer layer = description.collect();
            Remembered remembered = remembered(layer, Map.of());
            Optional<Login> login = login(layer);
            Optional<String> version = begun.version().or(() -> Optional.ofNullable(expanded(fields.getVersion())));
            Rollback rollback = new SettingsReader(
                            known -> description.settings(known, build(), login), remembered, around(login))
                    .rollback(version);
            BlueGreen engine = engine(login.map(Login::password).stream().toList(), Map.of(), also);
            Optional<Report> finished = begun.resumed() ? finished(engine, rollback) : Optional.empty();
            return finished.isPresent() ? finished.get() : engine.rollback(rollback);
        }));
    }

    private Optional<Report> finished(BlueGreen engine, Rollback rollback) throws InterruptedException {
        say("Jenkins was restarted while this rollback was under way: what it had begun is put right first.");
        say(engine.putRight(rollback.terms()));
        String app = rollback.terms().app();
        return Resumption.report(rollback, engine.status(app), engine.history(app));
    }

    /** What the engine does. */
    private interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    /** Runs it, so that what can't be put into a report ends the build with a sentence and no stack trace. */
    private static <T> T told(Work<T> work) throws IOException, InterruptedException {
        try {
            return work.run();
        } catch (SettingsException
                | IllegalArgumentException
                | DeploymentException
                | DockerException
                | HostException
                | RouterException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private void say(String line) {
        listener.getLogger().println("[blue-green] " + line);
    }

    private BuildName build() {
        return BuildName.of(run, environment);
    }

    /** With the commit that the image is built from: in a scripted pipeline no variable tells it, but git does. */
    private BuildName build(Description description) throws AbortException, InterruptedException {
        BuildName build = build();
        List<String> paths = description.paths();
        return build.commit().isPresent() || paths.isEmpty()
                ? build
                : build.at(around(Optional.empty()).commit(paths.get(0)));
    }

    private BuildCredentials credentials() {
        return new BuildCredentials(run);
    }

    private FieldLayer layer() {
        return new FieldLayer(
                environment::expand, workspace.getRemote(), Defaults.get().proxyManager());
    }

    private Optional<Login> login(FieldLayer layer) throws AbortException {
        Optional<String> id = layer.login();
        return id.isEmpty() ? Optional.empty() : Optional.of(credentials().login(id.get()));
    }

    private Surroundings around(Optional<Login> login) {
        Map<String, String> variables = new TreeMap<>(environment);
        login.ifPresent(it -> variables.put(ROUTER_SECRET, it.password().reveal()));
        return new Surroundings(Path.of(workspace.getRemote()), variables, host(Map.of()), Clock.systemUTC());
    }

    private LauncherHost host(Map<String, String> more) {
        EnvVars all = new EnvVars(environment);
        all.putAll(more);
        return new LauncherHost(launcher, workspace, all);
    }

    private BlueGreen engine(List<Secret> secrets, Map<String, String> registry, Progress also) {
        LogLines log = new LogLines(listener.getLogger(), Mask.of(secrets));
        Progress both = event -> {
            log.tell(event);
            also.tell(event);
        };
        return new BlueGreen(new Docker(host(registry)), both);
    }

    private String expanded(String text) {
        return text == null ? null : environment.expand(text);
    }
}
