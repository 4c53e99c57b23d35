package gleaner.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The Web API of the made-up workspace, over HTTP: strict about parameters and scopes, with rate
/// limits.
final class FakeWebApi implements AutoCloseable {

    private final JsonMapper json = new JsonMapper();
    private final HttpServer http;
    private final List<FakeSlack.Call> calls = new CopyOnWriteArrayList<>();
    private final List<JsonNode> responses = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final FakeScreens screens;
    private final FakeAnswers answers;
    private final Map<String, AtomicInteger> limits = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> lost = new ConcurrentHashMap<>();
    private final Map<String, Integer> unknown = new ConcurrentHashMap<>();
    private final List<FakeSlack.Call> refused = new CopyOnWriteArrayList<>();
    private volatile Optional<FakeLimits> limited = Optional.empty();
    private volatile UnaryOperator<JsonNode> sparse = UnaryOperator.identity();
    private volatile boolean down;
    private volatile int retryAfter = 1;

    FakeWebApi(FakeWorkspace workspace, String socketUrl) {
        this.screens = new FakeScreens(workspace, violations);
        try {
            http =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answers =
                new FakeAnswers(
                        workspace,
                        screens,
                        socketUrl,
                        url().resolve("/upload/").toString(),
                        violations);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::handle);
        http.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/api/");
    }

    @Override
    public void close() {
        http.stop(0);
    }

    void limit(String method, int times, int seconds) {
        limits.put(method, new AtomicInteger(times));
        retryAfter = seconds;
    }

    /// From now on methods may be called only as often as Slack says, by this clock.
    void limitByTiers(LongSupplier nanos) {
        limited = Optional.of(new FakeLimits(nanos));
    }

    /// The calls that were too many by that.
    List<FakeSlack.Call> refused() {
        return refused;
    }

    void leaveOut(Set<String> fields, UnaryOperator<JsonNode> without) {
        if (fields.contains("response_metadata")) {
            answers.withoutPages();
        }
        sparse = without;
    }

    /// Makes of JSON what it is without these fields, wherever they stand.
    static UnaryOperator<JsonNode> without(Set<String> fields, boolean asNull) {
        return node -> {
            strip(node, fields, asNull);
            return node;
        };
    }

    private static void strip(JsonNode node, Set<String> fields, boolean asNull) {
        if (node instanceof ObjectNode object) {
            for (var field : fields) {
                if (asNull && object.has(field)) {
                    object.putNull(field);
                } else {
                    object.remove(field);
                }
            }
        }
        node.forEach(each -> strip(each, fields, asNull));
    }

    void loseAnswers(String method, int times) {
        lost.put(method, new AtomicInteger(times));
    }

    void without(String method, int status) {
        unknown.put(method, status);
    }

    FakeAnswers answers() {
        return answers;
    }

    void down(boolean isDown) {
        down = isDown;
    }

    List<FakeSlack.Call> calls() {
        return calls;
    }

    List<JsonNode> responses() {
        return responses;
    }

    List<String> violations() {
        return violations;
    }

    FakeScreens screens() {
        return screens;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var path = exchange.getRequestURI().getPath();
            if (down) {
                send(exchange, 503, "upstream is gone");
            } else if (path.startsWith("/respond/")) {
                var response = json.readTree(body);
                var isTaken = !response.has("blocks") || screens.takes(response.path("blocks"));
                if (isTaken) {
                    responses.add(response);
                }
                send(exchange, isTaken ? 200 : 400, isTaken ? "ok" : "invalid_blocks");
            } else if (path.startsWith("/upload/")) {
                var isTaken =
                        screens.upload(
                                path.substring("/upload/".length()),
                                body,
                                body.getBytes(StandardCharsets.UTF_8).length);
                send(exchange, isTaken ? 200 : 400, isTaken ? "OK" : "wrong length");
            } else if (path.startsWith("/files/")) {
                file(exchange, path);
            } else {
                api(exchange, path.substring("/api/".length()), form(body));
            }
        }
    }

    /// What people posted, by path.
    final Map<String, String> posted = new java.util.concurrent.ConcurrentHashMap<>();

    private void file(HttpExchange exchange, String path) throws IOException {
        var isAllowed =
                ("Bearer " + FakeSlack.BOT_TOKEN)
                        .equals(exchange.getRequestHeaders().getFirst("Authorization"));
        var text = posted.get(path);
        send(exchange, !isAllowed ? 403 : text == null ? 404 : 200, text == null ? "" : text);
    }

    private void api(HttpExchange exchange, String method, Map<String, String> form)
            throws IOException {
        calls.add(new FakeSlack.Call(method, form));
        if (unknown.containsKey(method)) {
            var status = unknown.getOrDefault(method, 200);
            send(
                    exchange,
                    status,
                    status == 200
                            ? "{\"ok\":false,\"error\":\"unknown_method\"}"
                            : "<!DOCTYPE html><title>Not here</title>");
            return;
        }
        var limit = limits.get(method);
        if (limit != null && limit.getAndDecrement() > 0) {
            exchange.getResponseHeaders().add("Retry-After", Integer.toString(retryAfter));
            send(exchange, 429, "{\"ok\":false,\"error\":\"ratelimited\"}");
            return;
        }
        var wait =
                limited.map(each -> each.secondsUntil(method, form.getOrDefault("channel", "")))
                        .orElse(0L);
        if (wait > 0) {
            refused.add(new FakeSlack.Call(method, form));
            exchange.getResponseHeaders().add("Retry-After", Long.toString(wait));
            send(exchange, 429, "{\"ok\":false,\"error\":\"ratelimited\"}");
            return;
        }
        exchange.getResponseHeaders().add("x-oauth-scopes", String.join(",", answers.scopes()));
        var token =
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                        .replace("Bearer ", "");
        var answer = sparse.apply(answers.answer(method, form, token)).toString();
        var isLost = lost.get(method);
        if (isLost != null && isLost.getAndDecrement() > 0) {
            send(exchange, 503, "lost on its way");
            return;
        }
        send(exchange, 200, answer);
    }

    private static Map<String, String> form(String body) {
        var form = new HashMap<String, String>();
        Arrays.stream(body.split("&"))
                .filter(part -> part.contains("="))
                .forEach(part -> {
                    var parts = part.split("=", 2);
                    form.put(
                            URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                            URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
                });
        return form;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
