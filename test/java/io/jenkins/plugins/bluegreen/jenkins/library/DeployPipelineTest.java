package io.jenkins.plugins.bluegreen.jenkins.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lesfurets.jenkins.unit.MethodSignature;
import com.lesfurets.jenkins.unit.cps.BasePipelineTestCPS;
import com.lesfurets.jenkins.unit.global.lib.LibraryConfiguration;
import groovy.lang.Closure;
import io.jenkins.plugins.bluegreen.jenkins.BlueGreenDeployStep;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the library's {@code deployPipeline} does, run as Jenkins runs it: in steps, its state serialised at each. */
class DeployPipelineTest extends BasePipelineTestCPS {
    private static final Map<String, Object> REPORT = report();

    @TempDir
    Path folder;

    private final List<String> done = new ArrayList<>();
    private final Map<String, String> variables = new HashMap<>();
    private final List<Object> fields = new ArrayList<>();
    private RuntimeException deployFails;
    private RuntimeException tellingFails;

    @BeforeEach
    void openJenkins() throws Exception {
        setUp();
        getBinding().setVariable("scm", new HashMap<>());
        getBinding().setVariable("env", variables);
        library();
        step("node", it -> opened("node ", it), String.class, Closure.class);
        step("stage", it -> opened("stage ", it), String.class, Closure.class);
        step("checkout", it -> done.add("checkout scm"), Map.class);
        step("git", it -> done.add("git " + it), Map.class);
        step("sh", it -> done.add("sh " + it), String.class);
        step("echo", it -> done.add("echo " + it), String.class);
        step("error", DeployPipelineTest::failed, String.class);
        step("catchError", this::caught, Map.class, Closure.class);
        step("blueGreenDeploy", this::deployed, Map.class);
        step("mail", this::told, Map.class);
    }

    private void library() throws MalformedURLException {
        List<URL> here = List.of(Path.of("").toAbsolutePath().toUri().toURL());
        LibraryConfiguration library = new LibraryConfiguration();
        library.setName("blue-green");
        library.setDefaultVersion("main");
        library.setTargetPath(folder.toString());
        library.setRetriever((name, version, target) -> here);
        getHelper().registerSharedLibrary(library);
    }

    @Test
    void aWholeJobIsOneLine() throws Exception {
        run("deployPipeline(app: 'orders', port: 3000)");
        assertThat(done)
                .containsExactly(
                        "node ",
                        "stage Checkout",
                        "checkout scm",
                        "stage Deploy",
                        "deploy",
                        "stage Report",
                        "echo orders 12 is live, after 11, 0 of 2000 requests lost, in 4100 ms");
    }

    @Test
    void theStepGetsItsOptionsAsTheyAreAndNoneOfThePipelines() throws Exception {
        run("deployPipeline(app: 'orders', port: 3000, bake: '30s', metering: [url: 'http://localhost/'],"
                + " agent: 'docker', test: 'make test', source: [url: 'u'], notify: { })");
        assertThat(fields)
                .containsExactly(Map.of(
                        "app", "orders", "port", 3000, "bake", "30s", "metering", Map.of("url", "http://localhost/")));
        assertThat(done).contains("node docker", "git {url=u}", "stage Test", "sh make test");
    }

    @Test
    void aReadyImageNeedsNoCheckout() throws Exception {
        run("deployPipeline(app: 'orders', image: 'shop/orders:7', source: false)");
        assertThat(done).contains("deploy").doesNotContain("stage Checkout", "checkout scm");
    }

    @Test
    void aWayBackNeitherChecksOutNorTests() throws Exception {
        variables.put("BLUE_GREEN_ROLLBACK", "11");
        run("deployPipeline(app: 'orders', test: 'make test')");
        assertThat(done).startsWith("node ", "stage Deploy", "deploy");
    }

    @Test
    void whoMistypesAnOptionIsToldThoseThatThereAreBeforeAnythingIsDone() {
        assertThatThrownBy(() -> run("deployPipeline(app: 'orders', tset: 'make test')"))
                .hasStackTraceContaining("no option 'tset'")
                .hasStackTraceContaining("agent, source, test, notify, app, image, port");
        assertThat(done).isEmpty();
    }

    @Test
    void theOptionsThatItKnowsAreTheSteps() throws Exception {
        String library = Files.readString(Path.of("vars/deployPipeline.groovy"));
        String steps = library.substring(library.indexOf("List STEPS"), library.indexOf("def call"));
        List<String> known = Pattern.compile("'(\\w+)'")
                .matcher(steps)
                .results()
                .map(found -> found.group(1))
                .toList();
        List<String> theirs = Arrays.stream(BlueGreenDeployStep.class.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(Field::getName)
                .toList();
        assertThat(known).containsExactlyInAnyOrderElementsOf(theirs);
    }

    @Test
    void somebodyIsToldHowItEnded() throws Exception {
        run("deployPipeline(app: 'orders', notify: { it -> mail(text: \"${it.result} ${it.report.lostRequests}\") })");
        assertThat(done).endsWith("stage Notify", "mail {text=SUCCESS 0}");
    }

    @Test
    void somebodyIsToldWhyItFailedAndTheBuildFails() {
        deployFails = new IllegalStateException("not ready");
        assertThatThrownBy(() -> run("deployPipeline(app: 'orders', notify: { mail(text: it.result + it.error) })"))
                .hasStackTraceContaining("not ready");
        assertThat(done).endsWith("stage Notify", "mail {text=FAILUREnot ready}");
    }

    @Test
    void anAbortIsNoFailure() {
        deployFails = new FlowInterruptedException();
        assertThatThrownBy(() -> run("deployPipeline(app: 'orders', notify: { mail(text: it.result) })"))
                .hasStackTraceContaining("FlowInterruptedException");
        assertThat(done).endsWith("mail {text=ABORTED}");
    }

    @Test
    void aMessageThatCannotBeSentDoesNotSpoilTheDeployment() throws Exception {
        tellingFails = new IllegalStateException("no mail server");
        run("deployPipeline(app: 'orders', notify: { mail(text: it.result) })");
        assertThat(done).endsWith("mail {text=SUCCESS}", "caught");
    }

    @Test
    void whoForgetsTheAppIsTold() {
        assertThatThrownBy(() -> run("deployPipeline(port: 3000)")).hasStackTraceContaining("which app");
        assertThat(done).isEmpty();
    }

    @Test
    void theExampleToCopyDeploys() throws Exception {
        run(Files.readString(Path.of("examples/Jenkinsfile")));
        assertThat(done).contains("deploy", "echo orders: SUCCESS");
    }

    @Test
    void noVarBearsAStepsName() throws Exception {
        try (Stream<Path> vars = Files.list(Path.of("vars"))) {
            assertThat(vars.map(file -> file.getFileName().toString()))
                    .isNotEmpty()
                    .noneMatch(name -> name.startsWith("blueGreen"));
        }
    }

    /** Runs it as a Jenkinsfile. */
    private void run(String script) throws Exception {
        Path file = folder.resolve("Jenkinsfile");
        Files.writeString(file, script.startsWith("//") ? script : "@Library('blue-green') _\n" + script);
        runScript(file.toString());
    }

    private void step(String name, Function<Object, Object> does, Class<?>... arguments) {
        getHelper().registerAllowedMethod(MethodSignature.method(name, arguments), does);
    }

    private Object opened(String what, Object arguments) {
        Object[] both = (Object[]) arguments;
        done.add(what + both[0]);
        return getHelper().callClosure((Closure<?>) both[1]);
    }

    private Object deployed(Object given) {
        fields.add(given);
        done.add("deploy");
        if (deployFails != null) {
            throw deployFails;
        }
        return REPORT;
    }

    private Object told(Object message) {
        done.add("mail " + message);
        if (tellingFails != null) {
            throw tellingFails;
        }
        return null;
    }

    private Object caught(Object arguments) {
        try {
            return getHelper().callClosure((Closure<?>) ((Object[]) arguments)[1]);
        } catch (Exception e) {
            done.add("caught");
            return null;
        }
    }

    private static Object failed(Object message) {
        throw new IllegalArgumentException(message.toString());
    }

    private static Map<String, Object> report() {
        Map<String, Object> report = new HashMap<>();
        report.put("app", "orders");
        report.put("liveVersion", "12");
        report.put("previousVersion", "11");
        report.put("durationMillis", 4100L);
        report.put("requests", 2000L);
        report.put("lostRequests", 0L);
        return report;
    }

    /** Bears the name of Jenkins's own. */
    private static final class FlowInterruptedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
