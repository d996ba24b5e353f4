package newsletter.browser;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A tab of a browser without a window, led by the DevTools protocol. Scripts given to it run in the page and may wait. */
public final class Tab implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final int SECONDS = 120;
    private static final Gson GSON = new Gson();

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final Answers answers = new Answers();
    private final AtomicInteger number = new AtomicInteger();
    private final String session;

    private Tab(Process process, Path profile, URI address) {
        this.process = process;
        this.profile = profile;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, answers)
                .join();
        String target = call("", "Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .getAsString();
        this.session = call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .getAsString();
        call("Page.enable", Map.of());
        call("Runtime.enable", Map.of());
        call("Log.enable", Map.of());
    }

    static Tab open(List<String> browser) {
        try {
            Path profile = Files.createTempDirectory("chromium");
            List<String> command = new ArrayList<>(browser);
            command.add("--remote-debugging-port=0");
            command.add("--user-data-dir=" + profile);
            command.add("about:blank");
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Tab(process, profile, address(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI address(Process process) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                // What it says later must not fill the pipe.
                Thread drain = new Thread(() -> said.lines().forEach(more -> {}), "what chromium says");
                drain.setDaemon(true);
                drain.start();
                return URI.create(address.group(1));
            }
        }
        throw new IOException("Chromium ended without telling where it listens");
    }

    /** Goes to an address and waits until its document is there. */
    public void go(String url) {
        call("Page.navigate", Map.of("url", url));
        await("location.href !== 'about:blank' && document.readyState === 'complete'");
    }

    /** The value of an expression, or what its promise comes to, as text; {@code undefined} as "". */
    public String value(String script) {
        JsonObject result = call(
                "Runtime.evaluate",
                Map.of("expression", script, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError("in the page: " + result.get("exceptionDetails"));
        }
        JsonElement value = result.getAsJsonObject("result").get("value");
        return value == null || value.isJsonNull()
                ? ""
                : value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }

    /** Waits until an expression is true; fails after a while, with what it was then. */
    public void await(String condition) {
        String script = """
                new Promise((done) => {
                  const end = performance.now() + %d;
                  const look = () => {
                    let value;
                    try { value = (%s); } catch (e) { value = false; }
                    if (value || performance.now() > end) { done(Boolean(value)); } else { setTimeout(look, 2); }
                  };
                  look();
                })""".formatted(SECONDS / 2 * 1000, condition);
        if (!value(script).equals("true")) {
            throw new AssertionError("it never came: " + condition + "; the page says: "
                    + value("document.body.innerText.slice(0, 800)") + "; the console: " + console());
        }
    }

    /** Presses and releases a key, {@code Tab}, {@code Enter} or a letter. */
    public void press(String key) {
        String text = key.length() == 1 ? key : key.equals("Enter") ? "\r" : key.equals("Space") ? " " : "";
        String name = key.equals("Space") ? " " : key;
        int code = switch (key) {
            case "Tab" -> 9;
            case "Enter" -> 13;
            case "Space" -> 32;
            case "Escape" -> 27;
            case "ArrowLeft" -> 37;
            case "ArrowRight" -> 39;
            default -> key.toUpperCase(java.util.Locale.ROOT).charAt(0);
        };
        for (String type : List.of("keyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            name,
                            "text",
                            type.equals("keyDown") ? text : "",
                            "windowsVirtualKeyCode",
                            code));
        }
    }

    /** Moves the mouse and, if asked, clicks there; in CSS pixels. */
    public void mouse(double x, double y, boolean click) {
        mouse("mouseMoved", x, y, 0);
        if (click) {
            mouse("mousePressed", x, y, 1);
            mouse("mouseReleased", x, y, 1);
        }
    }

    private void mouse(String type, double x, double y, int clicks) {
        call("Input.dispatchMouseEvent", Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", clicks));
    }

    /** Sets the size of the window in CSS pixels, and whether the system asks for dark pages. */
    public void look(int width, int height, boolean dark) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Lets pages write to the clipboard and read it. */
    public void allowClipboard(String origin) {
        call(
                "",
                "Browser.grantPermissions",
                Map.of("origin", origin, "permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    }

    /** A picture of what is seen. */
    public void screenshot(Path png) {
        String data = call("Page.captureScreenshot", Map.of("format", "png"))
                .get("data")
                .getAsString();
        try {
            Files.write(png, Base64.getDecoder().decode(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the browser complained about: errors of scripts, and what a policy forbade. */
    public List<String> console() {
        return List.copyOf(answers.complaints);
    }

    /** Takes all complaints so far for expected. */
    public void forget() {
        answers.complaints.clear();
    }

    private JsonObject call(String method, Map<String, Object> parameters) {
        return call(session, method, parameters);
    }

    private JsonObject call(String receiver, String method, Map<String, Object> parameters) {
        int id = number.incrementAndGet();
        JsonObject message = new JsonObject();
        message.addProperty("id", id);
        message.addProperty("method", method);
        message.add("params", GSON.toJsonTree(parameters));
        if (!receiver.isEmpty()) {
            message.addProperty("sessionId", receiver);
        }
        CompletableFuture<JsonObject> answer = answers.expect(id);
        socket.sendText(message.toString(), true).join();
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(method + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(method + " was interrupted", e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.destroyForcibly().onExit().join();
        try (Stream<Path> all = Files.walk(profile)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            profile.toFile().deleteOnExit(); // What Chromium's last children still write is left to the system.
        }
    }

    private static final class Answers implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonObject>> expected = new ConcurrentHashMap<>();
        private final List<String> complaints = new CopyOnWriteArrayList<>();
        private final StringBuilder message = new StringBuilder();

        CompletableFuture<JsonObject> expect(int id) {
            return expected.computeIfAbsent(id, unknown -> new CompletableFuture<>());
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                receive(JsonParser.parseString(message.toString()).getAsJsonObject());
                message.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        private void receive(JsonObject said) {
            if (said.has("id")) {
                CompletableFuture<JsonObject> answer = expect(said.get("id").getAsInt());
                if (said.has("error")) {
                    answer.completeExceptionally(
                            new IOException(said.get("error").toString()));
                } else {
                    answer.complete(said.getAsJsonObject("result"));
                }
                return;
            }
            String method = said.get("method").getAsString();
            if (method.equals("Log.entryAdded") || method.equals("Runtime.exceptionThrown")) {
                complaints.add(said.get("params").toString());
            }
        }
    }
}
