package io.jenkins.plugins.bluegreen.settings;

import io.jenkins.plugins.bluegreen.deploy.Deployment;
import io.jenkins.plugins.bluegreen.deploy.Drain;
import io.jenkins.plugins.bluegreen.deploy.Hook;
import io.jenkins.plugins.bluegreen.deploy.Metering;
import io.jenkins.plugins.bluegreen.deploy.Rollback;
import io.jenkins.plugins.bluegreen.deploy.Source;
import io.jenkins.plugins.bluegreen.deploy.Takeover;
import io.jenkins.plugins.bluegreen.deploy.Terms;
import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.traffic.Routing;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes of settings what the engine takes.
 *
 * @param settings what has been set
 * @param around what fills in the rest: environment, git, time
 * @param routing the router that the app is behind
 */
public record SettingsReader(Settings settings, Surroundings around, Routing routing) {
    private static final int MANY = 1000;
    private static final double FASTEST = 10_000;
    private static final int HIGHEST_PORT = 65_535;

    /** These settings, where nothing is known of how the app was deployed before. */
    public SettingsReader(Settings settings, Surroundings around) {
        this(remembered -> settings, Remembered.NOTHING, around);
    }

    /**
     * Settings that count over what an app's containers remember.
     *
     * @param settings puts them over what it is given; called again for the router once the app's lock is held
     * @param remembered what they remember now
     */
    public SettingsReader(Function<Remembered, Settings> settings, Remembered remembered, Surroundings around) {
        this(settings.apply(remembered), around, new RouterOfApp(settings, remembered, around));
    }

    /**
     * The deployment that the settings describe. Asks git, so it blocks.
     *
     * @throws SettingsException where a setting isn't what belongs there
     * @throws IllegalArgumentException where the engine refuses it, with a sentence
     */
    public Deployment deployment() throws InterruptedException {
        Map<String, String> environment = around.environment();
        Source source = new SourceReader(settings, around.folder(), environment).read();
        Git git = new Git(
                around.host(),
                source instanceof Source.Build build
                        ? build.context()
                        : around.folder().toString());
        Optional<String> version = settings.text(Key.TAG);
        Optional<String> commit = settings.text(Key.COMMIT);
        return new Deployment(
                app(),
                version.isPresent() ? version.get() : new VersionName(around.clock(), git).of(source),
                source,
                network(),
                port(),
                new EnvironmentReader(settings, environment).read(),
                Remembered.in(new RunOptionsReader(settings, environment).read(), settings),
                new LivenessReader(settings, environment).read(),
                hook(),
                checkedRouting(),
                drain(),
                settings.duration(Key.BAKE, true),
                keep(),
                settings.duration(Key.LOCK_WAIT, true),
                metering(),
                by(),
                commit.isPresent() || !(source instanceof Source.Build) ? commit : git.commit(),
                acceptsGap());
    }

    /** The way back that the settings describe; an empty version means the one before. */
    public Rollback rollback(Optional<String> version) {
        return new Rollback(terms(), version);
    }

    /** How the app's traffic is moved, for whatever does. */
    public Terms terms() {
        return new Terms(
                app(),
                network(),
                port(),
                new LivenessReader(settings, around.environment()).read(),
                checkedRouting(),
                drain(),
                settings.duration(Key.STOP_GRACE, true),
                settings.duration(Key.BAKE, true),
                keep(),
                settings.duration(Key.LOCK_WAIT, true),
                metering(),
                by());
    }

    /** The app's name. */
    public String app() {
        return settings.text(Key.APP)
                .orElseThrow(() -> new SettingsException("Which app? Give its name after the command, or write"
                        + " 'app: …' into " + SettingsFile.NAME + "."));
    }

    /** The app's network. */
    public String network() {
        return settings.text(Key.NETWORK).orElseThrow();
    }

    /** Whose mistakes are told now, rather than when the lock is held. */
    private Routing checkedRouting() {
        routing.door();
        return routing;
    }

    /** Whether to go on although some users are cut off. */
    public boolean acceptsGap() {
        return settings.flag(Key.ACCEPT_GAP);
    }

    /** What taking this container's place as the settings say would mean. */
    public Takeover takeover(Container live) {
        return new Takeover(live, routing, network(), settings.list(Key.NETWORKS));
    }

    private int port() {
        return settings.number(Key.PORT, 1, HIGHEST_PORT);
    }

    private int keep() {
        return settings.number(Key.KEEP, 0, MANY);
    }

    private String by() {
        return settings.text(Key.BY).orElseGet(around::who);
    }

    private Drain drain() {
        return new Drain(settings.duration(Key.DRAIN_LIMIT, true), settings.duration(Key.DRAIN_MINIMUM, true));
    }

    private Optional<Hook> hook() {
        if (settings.list(Key.PRE_SWITCH).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Hook(
                settings.list(Key.PRE_SWITCH),
                settings.flag(Key.PRE_SWITCH_ONE_OFF),
                settings.duration(Key.PRE_SWITCH_LIMIT, false)));
    }

    private Optional<Metering> metering() {
        return settings.text(Key.METER_URL)
                .map(url -> new Metering(
                        WebAddress.of(url, settings.where(Key.METER_URL)),
                        settings.decimal(Key.METER_RATE, FASTEST),
                        settings.text(Key.METER_HEADER).orElseThrow()));
    }
}
