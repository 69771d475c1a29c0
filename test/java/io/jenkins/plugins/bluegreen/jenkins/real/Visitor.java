package io.jenkins.plugins.bluegreen.jenkins.real;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.bluegreen.fixture.Await;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** A user of a Jenkins, over HTTP: logged in, with the crumb that Jenkins wants to see in every POST. */
final class Visitor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI jenkins;
    private final String authorization;
    private String language = "en";

    Visitor(URI jenkins, String user) {
        this.jenkins = jenkins;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }

    /** The same user in a browser that asks for this language. */
    Visitor speaking(String other) {
        language = other;
        return this;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** A form's fields. */
    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return post(path, "application/x-www-form-urlencoded", form);
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        JsonNode crumb = json("crumbIssuer/api/json");
        return send(request(path)
                .header(
                        crumb.path("crumbRequestField").asText(),
                        crumb.path("crumb").asText())
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new IOException(path + " answers " + response.statusCode());
        }
        return JSON.readTree(response.body());
    }

    /** Creates a job, in a folder where the name says so, whose pipeline is this script, in the sandbox. */
    Job pipeline(String name, String script) throws IOException, InterruptedException {
        String xml = """
                <flow-definition>
                  <definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition">
                    <script><![CDATA[%s]]></script>
                    <sandbox>true</sandbox>
                  </definition>
                </flow-definition>
                """.formatted(script);
        return job(name, xml);
    }

    /** Creates a job whose pipeline is the Jenkinsfile of a repository's branch main; its builds get these parameters. */
    Job pipelineFrom(Path repository, String name, Map<String, String> parameters)
            throws IOException, InterruptedException {
        String definitions = parameters.entrySet().stream()
                .map(one -> """
                        <hudson.model.StringParameterDefinition>
                          <name>%s</name><defaultValue>%s</defaultValue>
                        </hudson.model.StringParameterDefinition>
                        """.formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining());
        String property = definitions.isEmpty() ? "" : """
                <hudson.model.ParametersDefinitionProperty>
                  <parameterDefinitions>%s</parameterDefinitions>
                </hudson.model.ParametersDefinitionProperty>
                """.formatted(definitions);
        return job(name, """
                <flow-definition>
                  <properties>%s</properties>
                  <definition class="org.jenkinsci.plugins.workflow.cps.CpsScmFlowDefinition">
                    <scm class="hudson.plugins.git.GitSCM">
                      <configVersion>2</configVersion>
                      <userRemoteConfigs><hudson.plugins.git.UserRemoteConfig>
                        <url>%s</url>
                      </hudson.plugins.git.UserRemoteConfig></userRemoteConfigs>
                      <branches><hudson.plugins.git.BranchSpec><name>*/main</name></hudson.plugins.git.BranchSpec></branches>
                    </scm>
                    <scriptPath>Jenkinsfile</scriptPath>
                  </definition>
                </flow-definition>
                """.formatted(property, repository));
    }

    /** Creates a folder with a secret text in it that only its jobs may use. */
    void folder(String name, String id, String secret) throws IOException, InterruptedException {
        job(name, "<com.cloudbees.hudson.plugins.folder.Folder/>");
        HttpResponse<String> response = post(
                "job/" + name + "/credentials/store/folder/domain/_/createCredentials",
                "application/xml",
                """
                <org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl>
                  <scope>GLOBAL</scope><id>%s</id><description/><secret>%s</secret>
                </org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl>
                """.formatted(id, secret));
        if (response.statusCode() != 200) {
            throw new IOException("The credentials can't be created: " + response.statusCode());
        }
    }

    /** Creates a freestyle job with this build step. */
    Job freestyle(String name, String builder) throws IOException, InterruptedException {
        return job(name, "<project><builders>" + builder + "</builders></project>");
    }

    private Job job(String name, String xml) throws IOException, InterruptedException {
        int slash = name.lastIndexOf('/');
        String parent = slash < 0 ? "" : "job/" + name.substring(0, slash) + "/";
        String own = name.substring(slash + 1);
        HttpResponse<String> response = post(parent + "createItem?name=" + own, "application/xml", xml);
        if (response.statusCode() != 200) {
            throw new IOException("The job can't be created: " + response.statusCode());
        }
        return new Job(parent + "job/" + own + "/", xml.contains("ParametersDefinitionProperty"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(jenkins.resolve(path))
                .timeout(LIMIT)
                .header("Accept-Language", language)
                .header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A job in Jenkins. */
    final class Job {
        private final String path;
        private final String begin;

        private Job(String path, boolean hasParameters) {
            this.path = path;
            this.begin = (hasParameters ? "buildWithParameters" : "build") + "?delay=0sec";
        }

        /** Starts a build, and doesn't wait for it. */
        Build start() throws IOException, InterruptedException {
            int number = json(path + "api/json?tree=nextBuildNumber")
                    .path("nextBuildNumber")
                    .asInt();
            HttpResponse<String> response = post(path + begin, Map.of());
            if (response.statusCode() != 201) {
                throw new IOException("The build can't be started: " + response.statusCode());
            }
            return new Build(path + number + "/");
        }

        /** A build that somebody else has started, or is about to. */
        Build build(int number) {
            return new Build(path + number + "/");
        }

        /** Starts a build and waits for its end. */
        Build run() throws IOException, InterruptedException {
            return start().await();
        }
    }

    /** A build of a job. */
    final class Build {
        private static final Duration LONGEST = Duration.ofMinutes(10);

        private final String path;

        private Build(String path) {
            this.path = path;
        }

        /** Waits until it has ended. */
        Build await() throws InterruptedException {
            Await.until(LONGEST, path + " has ended", () -> !result().isEmpty());
            return this;
        }

        /** Waits until its log contains this; fails where it ends without. */
        Build awaitLog(String part) throws IOException, InterruptedException {
            String awaited = "the log of " + path + " says '" + part + "'";
            Await.until(LONGEST, awaited, () -> log().contains(part) || !result().isEmpty());
            if (!log().contains(part)) {
                throw new AssertionError("It ended before " + awaited + ": " + log());
            }
            return this;
        }

        /** Presses the red button. */
        Build abort() throws IOException, InterruptedException {
            post(path + "stop", Map.of());
            return this;
        }

        /** {@code SUCCESS}, {@code FAILURE}, {@code ABORTED}; empty while it runs. */
        String result() throws IOException, InterruptedException {
            if (get(path).statusCode() == 404) {
                return ""; // not begun yet
            }
            JsonNode build = json(path + "api/json?tree=building,result");
            return build.path("building").asBoolean()
                    ? ""
                    : build.path("result").asText("");
        }

        /** What was said of it in a line. */
        String description() throws IOException, InterruptedException {
            return json(path + "api/json?tree=description").path("description").asText("");
        }

        /** The console's text. */
        String log() throws IOException, InterruptedException {
            return get(path + "consoleText").body();
        }
    }
}
