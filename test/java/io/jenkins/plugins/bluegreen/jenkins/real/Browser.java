package io.jenkins.plugins.bluegreen.jenkins.real;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.bluegreen.fixture.Await;
import io.jenkins.plugins.bluegreen.fixture.Images;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A real Chromium with one page, driven by its DevTools protocol. One thread at a time. */
final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final List<Path> PROGRAMS = List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"));

    private final Process process;
    private final WebSocket socket;
    private final Answers answers;
    private final AtomicInteger next = new AtomicInteger();

    private Browser(Process process, WebSocket socket, Answers answers) {
        this.process = process;
        this.socket = socket;
        this.answers = answers;
    }

    /** Where one is installed; empty where none is. */
    static Optional<Path> program() {
        return PROGRAMS.stream().filter(Files::isExecutable).findFirst();
    }

    /** Starts one whose every request is made as this user, whose password is the name. */
    static Browser as(String user, Path program) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory(Images.projectFolder().resolve("target"), "chromium");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--lang=en",
                        "--enable-blink-features=ComputedAccessibilityInfo",
                        "--window-size=1280,1600",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Path portFile = profile.resolve("DevToolsActivePort");
        Await.until(LIMIT, "Chromium listens", () -> Files.exists(portFile) && Files.size(portFile) > 0);
        int port = Integer.parseInt(Files.readAllLines(portFile).get(0));
        HttpClient http = HttpClient.newHttpClient();
        URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
        JsonNode pages =
                JSON.readTree(http.send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
                        .body());
        URI page = Stream.iterate(0, i -> i < pages.size(), i -> i + 1)
                .map(pages::get)
                .filter(one -> one.path("type").asText().equals("page"))
                .map(one -> URI.create(one.path("webSocketDebuggerUrl").asText()))
                .findFirst()
                .orElseThrow();
        Answers answers = new Answers();
        WebSocket socket = http.newWebSocketBuilder().buildAsync(page, answers).join();
        Browser browser = new Browser(process, socket, answers);
        browser.language(user, "en");
        return browser;
    }

    /** From now on the pages are asked for in this language. */
    void language(String user, String language) throws InterruptedException {
        String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        ObjectNode headers = JSON.createObjectNode();
        headers.putObject("headers").put("Authorization", "Basic " + login).put("Accept-Language", language);
        call("Network.enable", JSON.createObjectNode());
        call("Network.setExtraHTTPHeaders", headers);
        call("Page.enable", JSON.createObjectNode());
    }

    /** From now on the user prefers this colour scheme: {@code light} or {@code dark}. */
    Browser scheme(String name) throws InterruptedException {
        ObjectNode parameters = JSON.createObjectNode();
        parameters
                .putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", name);
        call("Emulation.setEmulatedMedia", parameters);
        return this;
    }

    /**
     * What a screen reader can't name among the controls in what this selector finds: the start of each one's markup. Two
     * kinds, which Jenkins's own tags draw and which can't be given a name, are named by the group they stand in. Jenkins
     * names some buttons by their tool tips, and those by a script that may be late.
     */
    List<String> withoutName(String selector) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        List<String> nameless = nameless(selector);
        while (!nameless.isEmpty() && System.nanoTime() < end) {
            nameless = nameless(selector);
        }
        return nameless;
    }

    private List<String> nameless(String selector) throws InterruptedException {
        JsonNode found = eval("""
                [...document.querySelector(`%s`).querySelectorAll(
                    'input:not([type=hidden]), select, textarea, button, a[href], summary, [role=group], [role=img]')]
                  .filter(one => one.checkVisibility())
                  .filter(one => !(one.matches('select.dropdownList, .optional-block-control')
                    ? one.closest('[role=group]') : one)?.computedName)
                  .map(one => one.outerHTML.slice(0, 200))
                """.formatted(selector));
        return StreamSupport.stream(found.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Opens a page and waits until it is there. */
    Browser open(URI address) throws InterruptedException {
        eval("window.leaving = true");
        call("Page.navigate", JSON.createObjectNode().put("url", address.toString()));
        return await("!window.leaving && document.readyState === 'complete'");
    }

    /** Waits until this JavaScript expression is true. */
    Browser await(String condition) throws InterruptedException {
        Await.until(LIMIT, "the page says " + condition, () -> eval("!!(" + condition + ")")
                .asBoolean());
        return this;
    }

    /** What this JavaScript expression is; promises are waited for. */
    JsonNode eval(String expression) throws InterruptedException {
        ObjectNode parameters = JSON.createObjectNode()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true);
        JsonNode answer = call("Runtime.evaluate", parameters);
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + " fails: " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** Keeps a picture of the whole page, to be looked at. */
    void screenshot(Path file) throws IOException, InterruptedException {
        JsonNode picture = call(
                "Page.captureScreenshot",
                JSON.createObjectNode().put("format", "png").put("captureBeyondViewport", true));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(picture.path("data").asText()));
    }

    private JsonNode call(String method, ObjectNode parameters) throws InterruptedException {
        int id = next.incrementAndGet();
        CompletableFuture<JsonNode> answer = answers.expect(id);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        socket.sendText(message.toString(), true).join();
        try {
            return answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS).path("result");
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(method + " wasn't answered", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** Hands each answer to whoever waits for it; events aren't looked at. */
    private static final class Answers implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
        private final StringBuilder message = new StringBuilder();

        CompletableFuture<JsonNode> expect(int id) {
            CompletableFuture<JsonNode> answer = new CompletableFuture<>();
            waiting.put(id, answer);
            return answer;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                take(message.toString());
                message.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void take(String text) {
            try {
                JsonNode answer = JSON.readTree(text);
                CompletableFuture<JsonNode> expected =
                        waiting.remove(answer.path("id").asInt(-1));
                if (expected != null) {
                    expected.complete(answer);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
