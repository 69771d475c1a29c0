package io.jenkins.plugins.bluegreen.jenkins.real;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.fixture.AppVersion;
import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import io.jenkins.plugins.bluegreen.jenkins.BlueGreenDeployStep;
import io.jenkins.plugins.bluegreen.jenkins.DeployForm;
import io.jenkins.plugins.bluegreen.jenkins.fields.HttpHealth;
import io.jenkins.plugins.bluegreen.jenkins.real.Visitor.Build;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Our plugin in a real Jenkins, driven over HTTP. Where no Jenkins is given it says so, and tests nothing. */
class RealJenkinsIT {
    @RegisterExtension
    static final SharedJenkins JENKINS = new SharedJenkins();

    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    private static final Path PICTURES = Images.projectFolder().resolve("target/real-jenkins/pictures");

    @Test
    void aSandboxedPipelineDeploysAndGetsTheReport() throws Exception {
        Build build =
                JENKINS.admin().pipeline("scripted", """
                node {
                  def report = blueGreenDeploy %s, env: 'orders-env'
                  echo "live ${report.liveVersion}, was ${report.previousVersion}, ${report.outcome}, lost ${report.lostRequests}"
                }
                """.formatted(fields())).run();
        assertThat(build.log()).contains("live 1, was null, DEPLOYED, lost 0");
        assertThat(build.result()).isEqualTo("SUCCESS");
        assertThat(sandbox.get(sandbox.uri(app(), AppVersion.PORT, "/health")).status())
                .isEqualTo(200);
    }

    @Test
    void theEnvironmentArrivesAsItIsAndIsNowhereInTheBuild() throws Exception {
        Build build = JENKINS.admin()
                .pipeline("secret", "node { blueGreenDeploy %s, env: 'orders-env' }".formatted(fields()))
                .run();
        assertThat(build.result()).as(build.log()).isEqualTo("SUCCESS");
        assertThat(sandbox.docker().logs(sandbox.container(app()).id(), 50))
                .contains("s3cret-of-orders $HOME $$ \"x\"");
        assertThat(build.log())
                .contains("credentials 'orders-env': Line 2: the variable NOWHERE isn't set")
                .doesNotContain("s3cret-of-orders");
        assertThat(filesWith("s3cret-of-orders", JENKINS.controller().home().resolve("jobs/secret")))
                .isEmpty();
    }

    @Test
    void credentialsThatAreMissingOrOfAnotherTypeFailAtOnce() throws Exception {
        String script = "node { blueGreenDeploy %s, env: '%s' }";
        Build missing = JENKINS.admin()
                .pipeline("missing", script.formatted(fields(), "nowhere"))
                .run();
        assertThat(missing.result()).isEqualTo("FAILURE");
        assertThat(missing.log()).contains("no credentials 'nowhere'").contains("secret file or a secret text");
        Build wrong = JENKINS.admin()
                .pipeline("wrong", script.formatted(fields(), "some-login"))
                .run();
        assertThat(wrong.result()).isEqualTo("FAILURE");
        assertThat(wrong.log()).contains("'some-login' are of the wrong type").doesNotContain("something");
        assertThat(sandbox.containers()).isEmpty();
    }

    @Test
    void aRegistrysLogInCountsForTheDeployAloneAndIsGoneAfterwards() throws Exception {
        String right = "Basic " + Base64.getEncoder().encodeToString("somebody:something".getBytes(UTF_8));
        HttpServer registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/v2/", exchange -> {
            boolean known = right.equals(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"a registry\"");
            exchange.sendResponseHeaders(known ? 200 : 401, -1);
            exchange.close();
        });
        registry.start();
        try {
            String script = "node { blueGreenDeploy %s, registry: '127.0.0.1:%d', registryCredentials: '%s' }";
            int port = registry.getAddress().getPort();
            Build wrong = JENKINS.admin()
                    .pipeline("registry-wrong", script.formatted(fields(), port, "proxy-manager"))
                    .run();
            assertThat(wrong.result()).as(wrong.log()).isEqualTo("FAILURE");
            assertThat(wrong.log())
                    .contains("refused the log-in as 'deploy@example.com'")
                    .doesNotContain("correct-horse_battery");
            Build build = JENKINS.admin()
                    .pipeline("registry", script.formatted(fields(), port, "some-login"))
                    .run();
            assertThat(build.result()).as(build.log()).isEqualTo("SUCCESS");
            for (Path folder : workspacesOf("registry")) {
                assertThat(filesWith("127.0.0.1:" + port, folder)).isEmpty();
            }
        } finally {
            registry.stop(0);
        }
    }

    @Test
    void anAbortEndsAbortedWithTheOldVersionServing() throws Exception {
        Container old = deployed("before-abort");
        Build build = JENKINS.admin()
                .pipeline("abort", "node { blueGreenDeploy %s, health: '/slow?ms=60000' }".formatted(fields()))
                .start()
                .awaitLog("not yet")
                .abort()
                .await();
        assertThat(build.result()).as(build.log()).isEqualTo("ABORTED");
        assertThat(sandbox.container(app()).id()).isEqualTo(old.id());
        assertThat(sandbox.containers()).containsExactly(app());
    }

    @Test
    void anAbortWhileTheNewVersionBakesGoesBackToTheOldOne() throws Exception {
        Container old = deployed("before-bake");
        Build build = JENKINS.admin()
                .pipeline(
                        "bake",
                        "node { blueGreenDeploy %s, router: dnsRouter(cache: '1s'), bake: '5m' }".formatted(fields()))
                .start()
                .awaitLog("[blue-green] drain");
        assertThat(sandbox.container(app()).id()).isNotEqualTo(old.id());
        build.abort().await();
        assertThat(build.result()).as(build.log()).isEqualTo("ABORTED");
        assertThat(sandbox.container(app()).id()).isEqualTo(old.id());
        sandbox.awaitStatus(200, sandbox.uri(app(), AppVersion.PORT, "/"));
        assertThat(sandbox.containers()).containsExactly(app());
    }

    @Test
    void aDeclarativePipelineDeploys() throws Exception {
        Build build =
                JENKINS.admin().pipeline("declarative", """
                pipeline {
                  agent any
                  environment { KIND = 'declarative' }
                  stages {
                    stage('Deploy') {
                      steps {
                        blueGreenDeploy %s, environment: 'LOG_LINE=$KIND'
                      }
                    }
                  }
                }
                """.formatted(fields())).run();
        assertThat(build.result()).as(build.log()).isEqualTo("SUCCESS");
        assertThat(sandbox.docker().logs(sandbox.container(app()).id(), 50)).contains("declarative");
    }

    @Test
    void aFoldersCredentialsAreForItsOwnJobsOnly() throws Exception {
        JENKINS.admin().folder("shop", "shop-env", "LOG_LINE=from-the-folder");
        String script = "node { blueGreenDeploy %s, env: 'shop-env' }".formatted(fields());
        Build outside = JENKINS.admin().pipeline("outside-the-shop", script).run();
        assertThat(outside.result()).isEqualTo("FAILURE");
        assertThat(outside.log()).contains("no credentials 'shop-env'");
        assertThat(sandbox.containers()).isEmpty();
        Build inside = JENKINS.admin().pipeline("shop/inside", script).run();
        assertThat(inside.result()).as(inside.log()).isEqualTo("SUCCESS");
        assertThat(sandbox.docker().logs(sandbox.container(app()).id(), 50)).contains("from-the-folder");
        assertThat(inside.log()).doesNotContain("from-the-folder");
    }

    @Test
    void configurationAsCodeSetsTheDefaults() throws Exception {
        Build build = JENKINS.admin()
                .pipeline("casc", "node { blueGreenDeploy app: '%s', image: '%s' }".formatted(app(), Images.ORDERS))
                .run();
        assertThat(build.result()).isEqualTo("FAILURE");
        assertThat(build.log()).contains("set-by-casc");
        for (String bad : List.of("network: '-x'", "keep: -4", "proxyManagerUrl: 'ftp://x'")) {
            assertThat(JENKINS.admin()
                            .post(
                                    "configuration-as-code/apply",
                                    "application/yaml",
                                    "unclassified:\n  blueGreenDeploy:\n    " + bad + "\n")
                            .statusCode())
                    .as(bad)
                    .isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void aFreestyleJobDeploysWithASecretFileAHealthCheckAndVariablesInItsNumbers() throws Exception {
        Build build = JENKINS.admin()
                .freestyle("freestyle", """
                <io.jenkins.plugins.bluegreen.jenkins.BlueGreenBuilder>
                  <app>%s</app><image>%s</image><port>3${BUILD_NUMBER}00</port><network>%s</network>
                  <env>orders-file</env><keep>$BUILD_NUMBER</keep>
                  <environment>PORT=3${BUILD_NUMBER}00</environment>
                  <check class="io.jenkins.plugins.bluegreen.jenkins.fields.HttpHealth">
                    <path>/health</path><successes>1</successes><deadline>30s</deadline>
                  </check>
                  <container><memory>64m</memory><labels>team=shop</labels></container>
                </io.jenkins.plugins.bluegreen.jenkins.BlueGreenBuilder>
                """.formatted(app(), Images.ORDERS, sandbox.network()))
                .run();
        assertThat(build.result()).as(build.log()).isEqualTo("SUCCESS");
        Container live = sandbox.container(app());
        assertThat(live.labels()).containsEntry("team", "shop");
        assertThat(sandbox.get(sandbox.uri(app(), 3100, "/health")).status()).isEqualTo(200);
        assertThat(sandbox.docker().logs(live.id(), 50)).contains("from-a-file-of-orders");
        assertThat(filesWith(
                        "from-a-file-of-orders", JENKINS.controller().home().resolve("jobs/freestyle")))
                .isEmpty();
        for (Path folder : workspacesOf("freestyle")) {
            assertThat(filesWith("from-a-file-of-orders", folder)).isEmpty();
        }
    }

    @Test
    void aRollbackBringsTheVersionBeforeLiveAgain() throws Exception {
        Container first = deployed("before-rollback");
        deployed("to-be-rolled-back"); // its version is called 1, too
        assertThat(sandbox.container(app()).id()).isNotEqualTo(first.id());
        Build back = JENKINS.admin()
                .pipeline(
                        "rollback",
                        "node { def report = blueGreenRollback '%s'; echo \"${report.outcome} ${report.liveVersion}\" }"
                                .formatted(app()))
                .run();
        assertThat(back.result()).as(back.log()).isEqualTo("SUCCESS");
        assertThat(back.log()).contains("ROLLED_BACK_TO 1");
        assertThat(sandbox.container(app()).id()).isEqualTo(first.id());
        Build none = JENKINS.admin()
                .pipeline(
                        "rollback-to-none", "node { blueGreenRollback app: '%s', version: 'nowhere' }".formatted(app()))
                .run();
        assertThat(none.result()).isEqualTo("FAILURE");
        assertThat(none.log()).contains("Version nowhere").contains("isn't kept");
    }

    @Test
    void anOlderBuildThatComesLateLeavesLiveWhatANewerOneHasGoneBackTo() throws Exception {
        Path go = JENKINS.controller().home().resolve("go");
        Visitor.Job job = JENKINS.admin().pipeline("late", """
                node {
                  if (currentBuild.number == 2) { while (!fileExists('%s')) { sleep 1 } }
                  blueGreenDeploy %s
                }
                """.formatted(go, fields()));
        assertThat(job.run().result()).isEqualTo("SUCCESS");
        Container first = sandbox.container(app());
        Build older = job.start().awaitLog("fileExists");
        Build newer = job.run();
        assertThat(newer.result()).as(newer.log()).isEqualTo("SUCCESS");
        JENKINS.admin().post("job/late/deployments/rollback", Map.of("app", app(), "version", "1"));
        assertThat(job.build(4).await().result()).as(job.build(4).log()).isEqualTo("SUCCESS");
        Files.createFile(go);
        older.await();
        assertThat(older.result()).as(older.log()).isEqualTo("FAILURE");
        assertThat(older.log()).contains("late #4").contains("allowOlder");
        assertThat(sandbox.container(app()).id()).isEqualTo(first.id());
    }

    @Test
    void aFieldThatIsWrongIsNamedAndSoIsWhatWasExpected() throws Exception {
        Build build = JENKINS.admin()
                .pipeline("wrong-field", "node { blueGreenDeploy %s, bake: 'soon' }".formatted(fields()))
                .run();
        assertThat(build.result()).isEqualTo("FAILURE");
        assertThat(build.log()).contains("The field 'bake'").contains("500ms").doesNotContain("at io.jenkins");
        Build list = JENKINS.admin()
                .pipeline("wrong-kind", "node { blueGreenDeploy %s, container: [] }".formatted(fields()))
                .run();
        assertThat(list.log())
                .contains("ERROR: The field 'container' must be options in brackets")
                .doesNotContain("at org.jenkinsci", "at io.jenkins");
        Build unknown = JENKINS.admin()
                .pipeline(
                        "unknown-field",
                        "node { blueGreenDeploy %s, router: nginxRouter(contanier: 'edge') }".formatted(fields()))
                .run();
        assertThat(unknown.log())
                .contains("ERROR: nginxRouter has no option 'contanier'. Did you mean 'container'?")
                .doesNotContain("at org.jenkinsci", "at io.jenkins");
    }

    @Test
    void proxyManagerIsReachedWithWhatConfigurationAsCodeSets() throws Exception {
        Build build = JENKINS.admin()
                .pipeline(
                        "npm",
                        "node { blueGreenDeploy %s, router: npmRouter('orders.example.com') }".formatted(fields()))
                .run();
        assertThat(build.result()).isEqualTo("FAILURE");
        assertThat(build.log()).contains("127.0.0.1:9").doesNotContain("something");
        assertThat(sandbox.containers()).isEmpty();
    }

    @Test
    void theSnippetGeneratorLeavesDefaultsOut() throws Exception {
        assertThat(snippet("'app': 'orders', 'port': '80', 'image': '', 'keep': '', 'allowOlder': false,"
                        + "'router': {'$class': '%1$s.UsualRouter'}, 'check': {'$class': '%1$s.UsualHealth'}"))
                .isEqualTo("blueGreenDeploy 'orders'");
        assertThat(snippet(
                        "'app': 'orders', 'port': '3000', 'router': {'$class': '%1$s.NginxRouter', 'container': 'edge',"
                                + "'file': ''}, 'preSwitch': {'command': 'migrate', 'oneOff': false, 'limit': ''}"))
                .isEqualTo("blueGreenDeploy app: 'orders', port: 3000, preSwitch: [command: 'migrate'],"
                        + " router: nginxRouter('edge')");
    }

    private static String snippet(String fields) throws IOException, InterruptedException {
        String json = ("{'stapler-class': '%2$s', '$class': '%2$s', " + fields + "}")
                .formatted(
                        "io.jenkins.plugins.bluegreen.jenkins.fields",
                        "io.jenkins.plugins.bluegreen.jenkins.BlueGreenDeployStep")
                .replace('\'', '"');
        return JENKINS.admin()
                .post("pipeline-syntax/generateSnippet", Map.of("json", json))
                .body()
                .strip();
    }

    /** The directive generator knows no steps: it leaves a gap for those of the snippet generator. */
    @Test
    void whatBothGeneratorsWriteIsTogetherADeclarativePipelineThatDeploys() throws Exception {
        JENKINS.admin().pipeline("directives", "");
        String directive = "org.jenkinsci.plugins.pipeline.modeldefinition.generator.StageDirective";
        String stage = JENKINS.admin()
                .post("job/directives/directive-generator/generateDirective", Map.of("json", """
                                {"stapler-class": "%1$s", "$class": "%1$s", "name": "Deploy", "contentType": "STEPS"}
                                """.formatted(directive)))
                .body();
        String gap = "// One or more steps need to be included within the steps block.";
        assertThat(stage).contains("stage('Deploy')", gap);
        String step = snippet("'app': '%s', 'image': '%s', 'port': '%d', 'network': '%s'"
                .formatted(app(), Images.ORDERS, AppVersion.PORT, sandbox.network()));
        assertThat(step).startsWith("blueGreenDeploy app: ");
        Build build = JENKINS.admin()
                .pipeline("directed", "pipeline { agent any\n stages {\n" + stage.replace(gap, step) + "} }")
                .run();
        assertThat(build.result()).as(build.log()).isEqualTo("SUCCESS");
        assertThat(sandbox.container(app()).running()).isTrue();
    }

    @Test
    void aFormsQuestionsAreAnsweredOnlyToPostsOfThoseWhoMayConfigure() throws Exception {
        JENKINS.admin().pipeline("questions", "");
        String descriptor = "job/questions/descriptorByName/io.jenkins.plugins.bluegreen.jenkins.BlueGreenDeployStep/";
        Visitor reader = JENKINS.controller().as("reader");
        Map<String, String> soon = Map.of("value", "soon");
        assertThat(JENKINS.admin().post(descriptor + "checkBake", soon).body()).contains("500ms");
        Visitor spanish = JENKINS.controller().as("admin").speaking("es");
        assertThat(spanish.post(descriptor + "checkBake", soon).body())
                .contains("«soon» no vale. Se espera una duración");
        assertThat(spanish.post(descriptor + "fillEnvItems", Map.of("env", "")).body())
                .contains("- ninguno -");
        assertThat(reader.post(descriptor + "checkBake", soon).body()).doesNotContain("500ms");
        assertThat(JENKINS.admin().get(descriptor + "checkBake?value=soon").statusCode())
                .isEqualTo(404);
        assertThat(JENKINS.admin()
                        .post(descriptor + "fillEnvItems", Map.of("env", ""))
                        .body())
                .contains("orders-env")
                .contains("orders-file")
                .doesNotContain("some-login");
        assertThat(JENKINS.admin()
                        .post(descriptor + "fillRegistryCredentialsItems", Map.of("registryCredentials", ""))
                        .body())
                .contains("some-login")
                .doesNotContain("orders-env");
        assertThat(reader.post(descriptor + "fillEnvItems", Map.of("env", "")).body())
                .doesNotContain("orders-env");
        assertThat(JENKINS.admin().get(descriptor + "fillEnvItems?env=").statusCode())
                .isEqualTo(404);
    }

    /** Each of them, so that none can be forgotten; what they answer to those who may is tested above, by example. */
    @Test
    void noQuestionOfAnyFormIsAnsweredToAReader() throws Exception {
        JENKINS.admin().pipeline("asked-by-a-reader", "");
        Visitor reader = JENKINS.controller().as("reader");
        int asked = 0;
        for (Method method : formMethods()) {
            String type = described(method.getDeclaringClass()).getName();
            String name = method.getName().substring(2, 3).toLowerCase(Locale.ROOT)
                    + method.getName().substring(3);
            for (String where : List.of("job/asked-by-a-reader/", "")) {
                HttpResponse<String> answer = reader.post(
                        where + "descriptorByName/" + type + "/" + name, Map.of("value", "-no such value ()[]"));
                assertThat(answer.statusCode()).as(type + "." + name).isEqualTo(200);
                assertThat(answer.body())
                        .as(type + "." + name)
                        .doesNotContain("error", "orders-env", "orders-file", "some-login", "proxy-manager");
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(40);
    }

    /** What the descriptor that has a form's methods describes. */
    private static Class<?> described(Class<?> descriptor) {
        if (descriptor.equals(DeployForm.class)) {
            return BlueGreenDeployStep.class;
        }
        if (descriptor.getSimpleName().equals("HealthType")) {
            return HttpHealth.class;
        }
        return descriptor.getEnclosingClass() == null ? descriptor : descriptor.getEnclosingClass();
    }

    private static List<Method> formMethods() throws Exception {
        Path classes = Images.projectFolder().resolve("target/classes");
        List<Method> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes.resolve("io/jenkins/plugins/bluegreen/jenkins"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".class")).toList()) {
                String name =
                        classes.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", "");
                Class<?> type = Class.forName(name, false, RealJenkinsIT.class.getClassLoader());
                Stream.of(type.getDeclaredMethods())
                        .filter(method -> method.getName().matches("do(Check|Fill)[A-Z].*"))
                        .forEach(all::add);
            }
        }
        return all;
    }

    @Test
    void theWayBackIsABuildOfItsOwnWithTheParametersOfTheOneThatHadDeployed() throws Exception {
        Path hold = JENKINS.controller().home().resolve("hold");
        Visitor.Job job = JENKINS.admin()
                .pipeline("back", """
                properties([disableConcurrentBuilds(), parameters([string(name: 'APP', defaultValue: 'nobody')])])
                if (currentBuild.number == 1) { return }
                node {
                  while (fileExists('%s')) { sleep 1 }
                  blueGreenDeploy app: params.APP, image: '%s', port: %d, network: '%s'
                }
                """.formatted(hold, Images.ORDERS, AppVersion.PORT, sandbox.network()));
        job.run();
        build("back");
        assertThat(job.build(2).await().result()).as(job.build(2).log()).isEqualTo("SUCCESS");
        Container second = sandbox.container(app());
        Files.createFile(hold);
        build("back");
        job.build(3).awaitLog("fileExists");
        build("back"); // waits in the queue

        JENKINS.admin().post("job/back/deployments/rollback", Map.of("app", app(), "version", "2"));
        Files.delete(hold);

        Build back = job.build(5).await();
        assertThat(back.result()).as(back.log()).isEqualTo("SUCCESS");
        assertThat(back.log()).contains("started to go back to version 2");
        assertThat(job.build(4).log()).contains("image tagged 4");
        assertThat(sandbox.container(app()).id()).isEqualTo(second.id());
    }

    private void build(String job) throws Exception {
        assertThat(JENKINS.admin()
                        .post("job/" + job + "/buildWithParameters?delay=0sec", Map.of("APP", app()))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void whoeverMayRollsBackFromTheJobsPage() throws Exception {
        String script = "node { blueGreenDeploy %s, router: dnsRouter(cache: '1s'), drainLimit: '5s' }";
        Visitor.Job job = JENKINS.admin().pipeline("pages", script.formatted(fields()));
        assertThat(job.run().result()).isEqualTo("SUCCESS");
        Container first = sandbox.container(app());
        assertThat(job.run().result()).isEqualTo("SUCCESS");
        Visitor reader = JENKINS.controller().as("reader");
        Map<String, String> toFirst = Map.of("app", app(), "version", "1");
        assertThat(reader.get("job/pages/deployments/").body()).contains(app()).doesNotContain("Roll back to");
        assertThat(reader.post("job/pages/deployments/rollback", toFirst).statusCode())
                .isEqualTo(403);
        assertThat(JENKINS.admin()
                        .get("job/pages/deployments/rollback?app=" + app() + "&version=1")
                        .statusCode())
                .isEqualTo(404);
        refusesWithASentence("can't be an app's name", Map.of());
        refusesWithASentence("can't be a version", Map.of("app", app(), "version", "<b>\"'&"));
        refusesWithASentence("No build of this job", Map.of("app", app(), "version", "nowhere"));
        JENKINS.admin().post("job/pages/disable", Map.of());
        refusesWithASentence("is disabled", toFirst);
        JENKINS.admin().post("job/pages/enable", Map.of());
        failsBeforeItHasLooked(job);
        assertThat(JENKINS.admin().get("job/pages/deployments/").body())
                .contains("live now", "Roll back to 1")
                .doesNotContain("Roll back to 2");
        try (Browser browser = Browser.as("admin", chromium())) {
            browser.open(JENKINS.controller().uri().resolve("job/pages/2/"))
                    .await("document.body.textContent.includes('2 is live')");
            assertThat(browser.eval("document.querySelector('figure svg').computedRole + ': '"
                                    + "+ document.querySelector('figure svg').computedName")
                            .asText())
                    .isEqualTo("image: Timeline of the deployment of " + app() + " 2");
            browser.eval("document.querySelector('details summary').click()");
            assertThat(browser.eval("document.querySelector('details table').textContent")
                            .asText())
                    .contains("switch", "stop old");
            look(browser, "build");
            browser.open(JENKINS.controller().uri().resolve("job/pages/deployments/"));
            browser.eval("document.querySelector('details summary').click()");
            assertThat(browser.eval("document.querySelector('table').textContent")
                            .asText())
                    .contains("Started by user admin", "live now");
            assertThat(browser.withoutName("#main-panel")).isEmpty();
            assertThat(browser.eval("document.documentElement.scrollWidth <= innerWidth")
                            .asBoolean())
                    .isTrue();
            look(browser, "deployments");
            browser.eval("document.querySelector('details button').click()");
            browser.await("location.pathname.endsWith('/job/pages/')");
        }
        Build back = job.build(4).await();
        assertThat(back.result()).as(back.log()).isEqualTo("SUCCESS");
        assertThat(back.log()).contains("go back to version 1");
        assertThat(sandbox.container(app()).id()).isEqualTo(first.id());
    }

    private static void refusesWithASentence(String sentence, Map<String, String> asked) throws Exception {
        HttpResponse<String> answer = JENKINS.admin().post("job/pages/deployments/rollback", asked);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body().replace("&#039;", "'").replace("&#39;", "'"))
                .contains(sentence)
                .doesNotContain("<b>\"'&", "io.jenkins");
    }

    private void failsBeforeItHasLooked(Visitor.Job job) throws Exception {
        String inTheWay = sandbox.run(app() + "-lock", Images.BUSYBOX, List.of(), "sleep", "600")
                .id();
        Build build = job.run();
        sandbox.docker().remove(inTheWay);
        assertThat(build.result()).isEqualTo("FAILURE");
        assertThat(build.log()).doesNotContain("Nothing is live");
    }

    /** Pictures for people to look at, in both colour schemes where Jenkins has a dark one. */
    private static void look(Browser browser, String name) throws Exception {
        browser.scheme("dark").screenshot(PICTURES.resolve(name + "-dark.png"));
        browser.scheme("light").screenshot(PICTURES.resolve(name + ".png"));
    }

    private static Path chromium() {
        return Browser.program().orElseThrow(() -> new AssertionError("This test needs Chromium: /usr/bin/chromium"));
    }

    @Test
    void aBrowserSavesTheFormAsItWas() throws Exception {
        String before = builder("""
                <io.jenkins.plugins.bluegreen.jenkins.BlueGreenBuilder>
                  <app>orders</app><image>shop/orders</image><port>3000</port><env>orders-env</env>
                  <router class="io.jenkins.plugins.bluegreen.jenkins.fields.NpmRouter">
                    <domain>orders.example.com</domain><url>http://npm:81/api</url><credentials>some-login</credentials>
                    <container>npm</container>
                  </router>
                  <environment>A=1&#xd;
                B=2</environment>
                  <check class="io.jenkins.plugins.bluegreen.jenkins.fields.HttpHealth">
                    <deadline>2m</deadline><path>/health</path><status>200</status>
                  </check>
                  <preSwitch><command>true</command><oneOff>true</oneOff></preSwitch>
                  <container><volumes>a:/b</volumes><memory>512m</memory><readOnly>true</readOnly><init>false</init></container>
                  <metering><url>http://localhost/</url><rate>20</rate></metering>
                  <bake>30s</bake><keep>0</keep><acceptGap>true</acceptGap><allowOlder>true</allowOlder>
                </io.jenkins.plugins.bluegreen.jenkins.BlueGreenBuilder>
                """);
        JENKINS.admin().freestyle("form", before);
        try (Browser browser = Browser.as("admin", chromium())) {
            browser.open(JENKINS.controller().uri().resolve("job/form/configure"))
                    .await("document.querySelector('[name=\"_.app\"]')")
                    .await("[...document.querySelectorAll('select')].some(s => s.value === 'orders-env')")
                    .await("[...document.querySelectorAll('select')].some(s => s.value === 'some-login')")
                    .await("document.querySelector('.repeatable-delete').computedName");
            browser.eval("document.querySelectorAll('.advanced-button').forEach(one => one.click())");
            assertThat(browser.withoutName("[descriptorid$=BlueGreenBuilder]")).isEmpty();
            look(browser, "form");
            browser.language("admin", "es");
            browser.open(JENKINS.controller().uri().resolve("job/form/configure"))
                    .await("document.body.textContent.includes('Ruta de salud')");
            look(browser, "form-es");
            browser.language("admin", "en");
            browser.open(JENKINS.controller().uri().resolve("job/form/configure"))
                    .await("[...document.querySelectorAll('select')].some(s => s.value === 'orders-env')")
                    .await("[...document.querySelectorAll('select')].some(s => s.value === 'some-login')");
            browser.eval("document.querySelector('button[name=Submit]').click()");
            browser.await("location.pathname.endsWith('/job/form/')");
        }
        assertThat(builder(JENKINS.admin().get("job/form/config.xml").body())).isEqualTo(before);
    }

    @Test
    void everyControlOfTheGeneratorsAndTheGlobalConfigurationHasAName() throws Exception {
        JENKINS.admin().pipeline("generators", "");
        try (Browser browser = Browser.as("admin", chromium())) {
            browser.open(JENKINS.controller().uri().resolve("job/generators/pipeline-syntax/"))
                    .await("document.querySelector('[name=\"_.artifacts\"]')"); // the first step's form, loaded lazily
            choose(browser, "blueGreenDeploy: Deploy without losing a request");
            browser.await("document.querySelector('[name=\"_.image\"]')?.checkVisibility()")
                    .await("!document.querySelector('[name=\"_.artifacts\"]').checkVisibility()");
            assertThat(browser.withoutName("[name=prototype]")).isEmpty();
            for (String part : List.of("preSwitch", "container", "metering")) {
                assertThat(browser.eval("document.querySelectorAll('[helpurl$=\"BlueGreenDeployStep/help/" + part
                                        + "\"]').length")
                                .asInt())
                        .as(part)
                        .isEqualTo(1);
            }
            look(browser, "snippets");
            browser.open(JENKINS.controller().uri().resolve("manage/configure"))
                    .await("document.querySelector('[name=\"_.proxyManagerUrl\"]')");
            assertThat(browser.withoutName("[name=io-jenkins-plugins-bluegreen-jenkins-Defaults]"))
                    .isEmpty();
            browser.eval("document.querySelector('[name=\"_.proxyManagerUrl\"]').scrollIntoView()");
            look(browser, "global");
        }
    }

    /** Chooses what is shown so in the page's drop-down of steps or directives. */
    private static void choose(Browser browser, String shown) throws Exception {
        browser.await("[...document.querySelectorAll('select option')].some(one => one.text === '" + shown + "')");
        browser.eval("""
                (() => {
                  const option = [...document.querySelectorAll('select option')].find(one => one.text === '%s');
                  const select = option.closest('select');
                  select.value = option.value;
                  select.dispatchEvent(new Event('change', {bubbles: true}));
                })()
                """.formatted(shown));
    }

    /** The build step in a job's file, whatever its white space. */
    private static String builder(String xml) {
        return xml.replaceAll(
                        "(?s).*?(<io.jenkins.plugins.bluegreen.jenkins.BlueGreenBuilder)[^>]*(>.*BlueGreenBuilder>).*",
                        "$1$2")
                .replaceAll(">\\s+<", "><")
                .replaceAll("&#xd;|\r", "")
                .strip();
    }

    private Container deployed(String job) throws Exception {
        Build build = JENKINS.admin()
                .pipeline(job, "node { blueGreenDeploy %s }".formatted(fields()))
                .run();
        assertThat(build.result()).as(build.log()).isEqualTo("SUCCESS");
        sandbox.awaitStatus(200, sandbox.uri(app(), AppVersion.PORT, "/health"));
        return sandbox.container(app());
    }

    private String app() {
        return sandbox.name("orders");
    }

    private String fields() {
        return "app: '%s', image: '%s', port: %d, network: '%s'"
                .formatted(app(), Images.ORDERS, AppVersion.PORT, sandbox.network());
    }

    /** The job's workspace and the ones beside it, as in {@code freestyle@tmp}; other jobs' may hold this test's text. */
    private static List<Path> workspacesOf(String job) throws IOException {
        try (Stream<Path> folders = Files.list(JENKINS.controller().home().resolve("workspace"))) {
            List<Path> own = folders.filter(folder ->
                            folder.getFileName().toString().split("@", 2)[0].equals(job))
                    .toList();
            assertThat(own).isNotEmpty();
            return own;
        }
    }

    private static List<Path> filesWith(String text, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, text))
                    .toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
